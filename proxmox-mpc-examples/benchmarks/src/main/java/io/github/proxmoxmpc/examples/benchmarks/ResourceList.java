package io.github.proxmoxmpc.examples.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Creates a response of {@code GET /cluster/resources} for many VMs, with the fields of Proxmox VE
 * 9.2. As on a real server, each row has its fields in random order.
 */
final class ResourceList {
  private static final String ROW =
      "\"id\":\"qemu/%1$d\",\"type\":\"qemu\",\"vmid\":%1$d,\"name\":\"web-%1$d.example\","
          + "\"node\":\"pve%2$d\",\"status\":\"%3$s\",\"template\":0,\"maxcpu\":4,"
          + "\"cpu\":0.0%1$d172,\"maxmem\":8589934592,\"mem\":%1$d733184,\"maxdisk\":34359738368,"
          + "\"disk\":0,\"diskread\":%1$d8113,\"diskwrite\":%1$d4411,\"netin\":%1$d0071,"
          + "\"netout\":%1$d992,\"uptime\":%1$d61,\"tags\":\"prod;web\",\"pool\":\"customers\"";

  private ResourceList() {}

  static byte[] of(int guests) {
    Random perl = new Random(guests);
    StringBuilder json = new StringBuilder("{\"data\":[");
    for (int i = 0; i < guests; i++) {
      String row =
          String.format(Locale.ROOT, ROW, 100 + i, i % 7, i % 3 == 0 ? "stopped" : "running");
      // No value has a comma in it.
      List<String> fields = new ArrayList<>(List.of(row.split(",")));
      Collections.shuffle(fields, perl);
      json.append(i == 0 ? "{" : ",{").append(String.join(",", fields)).append('}');
    }
    return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }
}
