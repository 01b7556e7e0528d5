package io.github.proxmoxmpc.examples.snippets;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.ApiToken;

public class FirstCall {
  public static void main(String[] arguments) {
    String url = System.getenv("PROXMOX_URL"); // https://pve1:8006
    String token = System.getenv("PROXMOX_TOKEN"); // ci@pve!build=secret
    String fingerprint = System.getenv("PROXMOX_FINGERPRINT"); // SHA-256 of the certificate
    try (var pve =
        ProxmoxClient.builder(url)
            .credentials(ApiToken.parse(token))
            .fingerprint(fingerprint)
            .build()) {
      pve.guests().list().forEach(System.out::println);
    }
  }
}
