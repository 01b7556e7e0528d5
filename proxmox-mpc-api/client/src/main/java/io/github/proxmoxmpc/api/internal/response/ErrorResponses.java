package io.github.proxmoxmpc.api.internal.response;

import io.github.proxmoxmpc.api.error.ApiException;
import io.github.proxmoxmpc.api.error.AuthenticationException;
import io.github.proxmoxmpc.api.error.ConflictException;
import io.github.proxmoxmpc.api.error.ErrorResponse;
import io.github.proxmoxmpc.api.error.FailedCall;
import io.github.proxmoxmpc.api.error.NodeUnreachableException;
import io.github.proxmoxmpc.api.error.NotFoundException;
import io.github.proxmoxmpc.api.error.NotImplementedByServerException;
import io.github.proxmoxmpc.api.error.NotImplementedByServerException.Availability;
import io.github.proxmoxmpc.api.error.ParameterException;
import io.github.proxmoxmpc.api.error.PermissionException;
import io.github.proxmoxmpc.api.error.ServerException;
import io.github.proxmoxmpc.api.error.UnavailableException;
import io.github.proxmoxmpc.api.internal.call.Operation;
import io.github.proxmoxmpc.api.internal.call.VersionRequirement;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/** Turns an error response into an exception; {@link ErrorKind} interprets its message. */
public final class ErrorResponses {
  private ErrorResponses() {}

  public static ApiException exception(
      Operation<?> operation, FailedCall call, Redaction redaction, Response<?> response) {
    ErrorResponse answer = answer(response.raw(), response.errorBody(), redaction);
    int status = answer.status();
    return switch (status) {
      case 401 -> new AuthenticationException(call, answer);
      case 403 -> PermissionException.of(call, answer, operation.privilege());
      case 404 -> new NotFoundException(call, answer);
      case 501 ->
          new NotImplementedByServerException(call, answer, availability(operation.availability()));
      default -> {
        if (status >= 595 && status <= 599) {
          yield new NodeUnreachableException(call, answer);
        }
        if (status >= 300 && status < 400) {
          yield ServerException.redirect(call, answer, response.headers().get("Location"));
        }
        yield status == 400 || status == 500
            ? byWords(operation, call, answer)
            : new ServerException(call, answer);
      }
    };
  }

  private static Availability availability(VersionRequirement facts) {
    return new Availability(facts.since(), facts.goneIn(), facts.instead());
  }

  private static ApiException byWords(
      Operation<?> operation, FailedCall call, ErrorResponse answer) {
    for (ErrorKind kind : ErrorKind.values()) {
      if (kind.isNamedBy(answer)) {
        return switch (kind) {
          case PERMISSION -> PermissionException.of(call, answer, operation.privilege());
          case UNAVAILABLE -> new UnavailableException(call, answer);
          case CONFLICT -> new ConflictException(call, answer);
          case NOT_FOUND -> new NotFoundException(call, answer);
        };
      }
    }
    return answer.status() == 400
        ? new ParameterException(call, answer)
        : new ServerException(call, answer);
  }

  private static ErrorResponse answer(
      okhttp3.Response response, @Nullable ResponseBody body, Redaction redaction) {
    String text = text(body);
    String reason = redaction.apply(response.message());
    if (parsed(text) instanceof JsonObject json) {
      Map<String, String> errors = new LinkedHashMap<>();
      if (json.get("errors") instanceof JsonObject faults) {
        for (String name : faults.names()) {
          errors.put(name, redaction.apply(words(faults.get(name))));
        }
      }
      String message = redaction.apply(words(json.get("message")));
      return new ErrorResponse(response.code(), message.isEmpty() ? reason : message, errors);
    }
    // A 401 and an unknown method have no body, so only the reason phrase is left.
    if (reason.isEmpty()) {
      reason = "no reason was given";
    }
    if (!text.isBlank() && !redaction.apply(text).equals(reason)) {
      String type = response.header("Content-Type");
      reason += " (the response is " + (type == null ? "of unknown type" : type) + ", not JSON)";
    }
    return new ErrorResponse(response.code(), reason, Map.of());
  }

  private static String text(@Nullable ResponseBody body) {
    if (body == null) {
      return "";
    }
    try (body) {
      return body.string();
    } catch (IOException e) {
      throw new AssertionError("Retrofit has read error bodies into memory", e);
    }
  }

  private static @Nullable JsonValue parsed(String text) {
    try {
      return text.isBlank() ? null : JsonValue.parse(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String words(@Nullable JsonValue value) {
    if (value == null || value == JsonValue.JsonNull.NULL) {
      return "";
    }
    return value instanceof JsonString text ? text.value() : value.toString();
  }
}
