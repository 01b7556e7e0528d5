package io.github.proxmoxmpc.examples.benchmarks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The same answer as plain classes with the fields that the benchmark reads, and no others. */
@JsonIgnoreProperties(ignoreUnknown = true)
final class JacksonResources {
  public List<Row> data = List.of();

  /** One guest. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  static final class Row {
    public int vmid;
    public String name = "";
    public String node = "";
    public String status = "";
    public String type = "";
    public long maxmem;
    public long mem;
    public double cpu;
    public long uptime;
    public String tags = "";
  }
}
