package io.github.proxmoxmpc.api.internal.response;

import io.github.proxmoxmpc.api.error.ConnectionException;
import io.github.proxmoxmpc.api.error.ConnectionException.Reception;
import io.github.proxmoxmpc.api.error.FailedCall;
import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.api.error.TimeoutException;
import io.github.proxmoxmpc.api.error.TlsException;
import io.github.proxmoxmpc.api.error.UploadException;
import io.github.proxmoxmpc.api.error.WaitInterruptedException;
import io.github.proxmoxmpc.api.internal.transport.UntrustedCertificateException;
import io.github.proxmoxmpc.api.internal.transport.UploadFailure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Turns failures of a connection, and responses that cannot be read, into exceptions. */
public final class ConnectionFailures {
  private ConnectionFailures() {}

  public static ProxmoxException exception(FailedCall call, boolean sent, IOException failure) {
    if (failure instanceof NotJsonException) {
      return malformed(call, failure);
    }
    if (failure instanceof UploadFailure) {
      return new UploadException(call, failure, failure.getCause());
    }
    if (failure instanceof InterruptedIOException) {
      return interrupted(call, sent, failure);
    }
    TlsException untrusted = untrusted(call, failure);
    if (untrusted != null) {
      return untrusted;
    }
    return sent
        ? ConnectionException.lost(call, failure)
        : ConnectionException.unreachable(call, failure);
  }

  public static MalformedResponseException malformed(FailedCall call, Exception failure) {
    boolean isJson = !(failure instanceof NotJsonException);
    String fault =
        isJson
            ? ": the response does not have the declared form: "
            : ": the server may not be a Proxmox VE API: the response is ";
    String effect =
        isJson
            ? ". The server has executed the call"
            : ". It is unknown whether the server has executed the call";
    return new MalformedResponseException(
        call.unable() + fault + failure.getMessage() + (call.method().equals("GET") ? "" : effect),
        failure);
  }

  private static ProxmoxException interrupted(FailedCall call, boolean sent, IOException failure) {
    // OkHttp's message is "timeout" if the call took too long, "interrupted" if the thread was.
    if (failure instanceof SocketTimeoutException || "timeout".equals(failure.getMessage())) {
      return new TimeoutException(call, sent ? Reception.UNKNOWN : Reception.NEVER, failure);
    }
    Thread.currentThread().interrupt();
    return new WaitInterruptedException(call.method() + " " + call.path(), failure);
  }

  private static @Nullable TlsException untrusted(FailedCall call, IOException failure) {
    if (failure instanceof SSLPeerUnverifiedException) {
      return new TlsException(
          call,
          "the server's certificate is not for this host name, so nothing was sent ("
              + String.valueOf(failure.getMessage()).lines().map(String::strip).toList()
              + "). Use a name that the certificate has, or pin its fingerprint.",
          failure);
    }
    UntrustedCertificateException refused = cause(failure, UntrustedCertificateException.class);
    if (refused != null) {
      return new TlsException(
          call,
          "the server's certificate is not trusted, so nothing was sent ("
              + refused.getMessage()
              + "). It presented the SHA-256 fingerprint "
              + refused.presented()
              + ": compare it with the node's own (Node, System, Certificates); if it is the same,"
              + " pin it with fingerprint(...), or give the CA's file.",
          failure);
    }
    CertificateException certificate = cause(failure, CertificateException.class);
    if (certificate != null) {
      return new TlsException(
          call,
          "the server's certificate is not trusted, so nothing was sent ("
              + certificate.getMessage()
              + "). Pin its fingerprint, or give the CA's file.",
          failure);
    }
    return null;
  }

  private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }
}
