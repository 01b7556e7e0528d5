package io.github.proxmoxmpc.examples.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What {@code GET /cluster/resources} answers for so many VMs, with the fields of Proxmox VE 9.2.
 */
final class ResourceList {
  private static final String ROW =
      "{\"id\":\"qemu/%1$d\",\"type\":\"qemu\",\"vmid\":%1$d,\"name\":\"web-%1$d.example\","
          + "\"node\":\"pve%2$d\",\"status\":\"%3$s\",\"template\":0,\"maxcpu\":4,"
          + "\"cpu\":0.0%1$d172,\"maxmem\":8589934592,\"mem\":%1$d733184,\"maxdisk\":34359738368,"
          + "\"disk\":0,\"diskread\":%1$d8113,\"diskwrite\":%1$d4411,\"netin\":%1$d0071,"
          + "\"netout\":%1$d992,\"uptime\":%1$d61,\"tags\":\"prod;web\",\"pool\":\"customers\"}";

  private ResourceList() {}

  static byte[] of(int guests) {
    StringBuilder json = new StringBuilder("{\"data\":[");
    for (int i = 0; i < guests; i++) {
      json.append(i == 0 ? "" : ",")
          .append(
              String.format(Locale.ROOT, ROW, 100 + i, i % 7, i % 3 == 0 ? "stopped" : "running"));
    }
    return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }
}
