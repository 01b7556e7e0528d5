package io.github.proxmoxmpc.api.error;

import java.util.Map;

/** The server responded with an error. Each subtype documents who has to act. */
public abstract sealed class ApiException extends ProxmoxException
    permits AuthenticationException,
        ConflictException,
        GuestAgentException,
        NotFoundException,
        NotImplementedByServerException,
        ParameterException,
        PermissionException,
        ServerException,
        UnavailableException {
  private static final long serialVersionUID = 1L;

  private final FailedCall call;
  private final ErrorResponse answer;

  ApiException(FailedCall call, ErrorResponse answer, String advice) {
    this(call.unable() + ": " + sentence(answer.inWords()) + " " + advice, call, answer);
  }

  ApiException(String message, FailedCall call, ErrorResponse answer) {
    super(message, null);
    this.call = call;
    this.answer = answer;
  }

  private static String sentence(String words) {
    return words.endsWith(".") ? words : words + ".";
  }

  /** Returns the HTTP status. */
  public final int status() {
    return answer.status();
  }

  /** Returns the server's own message. */
  public final String reason() {
    return answer.reason();
  }

  /** Returns the errors by parameter name; empty if the server named none. */
  public final Map<String, String> errors() {
    return answer.errors();
  }

  /** Returns the operation as the API viewer shows it, with its parameters in braces. */
  public final String operation() {
    return call.operation();
  }

  /** Returns the path of the call, such as {@code /nodes/pve1/qemu/100/config}. */
  public final String path() {
    return call.path();
  }

  /** Returns the address of the server, such as {@code https://pve1:8006}. */
  public final String endpoint() {
    return call.endpoint();
  }
}
