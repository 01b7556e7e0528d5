package com.example.consumer;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.error.ConnectionException;

/**
 * Creates a client where OkHttp 4 comes first on the class path. The client must either work or
 * refuse with a message that names both artifacts; an error from inside OkHttp is a failure.
 */
public final class OldOkHttp {
  private OldOkHttp() {}

  public static void main(String[] arguments) {
    try (ProxmoxClient pve =
        ProxmoxClient.builder("https://localhost:1")
            .token("ci@pve!build", Secret.of("unused"))
            .resilience(r -> r.retries(0))
            .build()) {
      pve.api().version().get();
      throw new AssertionError("nothing listens on port 1");
    } catch (ConnectionException refused) {
      System.out.println("OkHttp 4 first: the call is sent (" + refused.getMessage() + ")");
    } catch (IllegalStateException refusal) {
      String message = String.valueOf(refusal.getMessage());
      boolean isClear =
          message.contains("OkHttp 4.12.0")
              && message.contains("com.squareup.okhttp3:okhttp,")
              && message.contains("com.squareup.okhttp3:okhttp-jvm");
      if (!isClear) {
        throw refusal;
      }
      System.out.println("OkHttp 4 first: " + message);
    }
  }
}
