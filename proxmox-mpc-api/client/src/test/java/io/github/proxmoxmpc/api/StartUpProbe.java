package io.github.proxmoxmpc.api;

import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.testing.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Makes the first call of a JVM; {@link StartUpTest} starts it. */
final class StartUpProbe {
  private StartUpProbe() {}

  /** The first call. */
  enum FirstCall {
    VERSION {
      @Override
      Object make(ProxmoxClient pve) {
        return pve.api().version().get().version();
      }
    },
    VERSION_ASYNC {
      @Override
      Object make(ProxmoxClient pve) {
        return pve.api().version().getAsync().join().version();
      }
    },
    POOLS {
      @Override
      Object make(ProxmoxClient pve) {
        return pve.api().pools().get();
      }
    },
    VM_CONFIG {
      @Override
      Object make(ProxmoxClient pve) {
        return pve.api().nodes("pve").qemu(100).config().get();
      }
    },
    CHECKED_WRITE {
      @Override
      Object make(ProxmoxClient pve) {
        pve.api()
            .nodes("pve")
            .qemu(100)
            .config()
            .put(config -> config.nameserver(List.of("192.0.2.1")));
        return "written";
      }
    };

    abstract Object make(ProxmoxClient pve);
  }

  /** How the client trusts the server. */
  enum Trust {
    PINNED {
      @Override
      ProxmoxClient.Builder apply(ProxmoxClient.Builder builder, String fingerprint, Path ca) {
        return builder.fingerprint(fingerprint);
      }
    },
    CA_FILE {
      @Override
      ProxmoxClient.Builder apply(ProxmoxClient.Builder builder, String fingerprint, Path ca) {
        return builder.certificateAuthorities(ca);
      }
    },
    INSECURE {
      @Override
      ProxmoxClient.Builder apply(ProxmoxClient.Builder builder, String fingerprint, Path ca) {
        return builder.insecureTrustAnyCertificate();
      }
    },
    PLATFORM {
      @Override
      ProxmoxClient.Builder apply(ProxmoxClient.Builder builder, String fingerprint, Path ca) {
        return builder;
      }
    };

    abstract ProxmoxClient.Builder apply(
        ProxmoxClient.Builder builder, String fingerprint, Path ca);
  }

  /** Arguments: address, fingerprint, CA file, trust, first call. */
  public static void main(String[] arguments) {
    ProxmoxClient.Builder builder =
        ProxmoxClient.builder(arguments[0])
            .token(TestServer.TOKEN_ID, Secret.of(TestServer.SECRET))
            .timeouts(t -> t.call(Duration.ofSeconds(30)));
    Trust trust = Trust.valueOf(arguments[3]);
    try (ProxmoxClient pve = trust.apply(builder, arguments[1], Path.of(arguments[2])).build()) {
      System.out.println("answer: " + FirstCall.valueOf(arguments[4]).make(pve));
    }
  }
}
