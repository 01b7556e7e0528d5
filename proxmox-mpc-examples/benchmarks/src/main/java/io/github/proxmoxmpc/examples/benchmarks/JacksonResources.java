package io.github.proxmoxmpc.examples.benchmarks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The same response as plain classes. */
@JsonIgnoreProperties(ignoreUnknown = true)
final class JacksonResources {
  public List<Row> data = List.of();

  /** A guest with every field of the list. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  static final class Row {
    public String id = "";
    public String type = "";
    public int vmid;
    public String name = "";
    public String node = "";
    public String status = "";
    public int template;
    public int maxcpu;
    public double cpu;
    public long maxmem;
    public long mem;
    public long maxdisk;
    public long disk;
    public long diskread;
    public long diskwrite;
    public long netin;
    public long netout;
    public long uptime;
    public String tags = "";
    public String pool = "";
  }
}
