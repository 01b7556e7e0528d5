package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds the fields that the API derives from the heading of a section. */
final class HeadingFields {
  private static final Pattern JOB = Pattern.compile("0*(\\d+)-0*(\\d+)");
  private static final String FABRIC = "_fabric";
  private static final String NODE = "_node";

  private HeadingFields() {}

  /** Adds the id under the name that the API gives it, and every field that follows from it. */
  static void add(JsonObject.Builder json, String idField, String type, String id) {
    if (type.endsWith(FABRIC)) {
      add(json, idField, id);
      add(json, "protocol", type.substring(0, type.length() - FABRIC.length()));
    } else if (type.endsWith(NODE) && id.indexOf('_') > 0) {
      // proxmox-ve-config: a fabric's id has no underscore
      add(json, "fabric_id", id.substring(0, id.indexOf('_')));
      add(json, "node_id", id.substring(id.indexOf('_') + 1));
      add(json, "protocol", type.substring(0, type.length() - NODE.length()));
    } else {
      addPlain(json, idField, type, id);
    }
  }

  private static void addPlain(JsonObject.Builder json, String idField, String type, String id) {
    Matcher job = JOB.matcher(id);
    if (idField.equals("sid")) {
      // PVE::HA::Resources: parse_section_header
      add(json, idField, type + ":" + id);
    } else if (type.equals("local") && job.matches()) {
      // PVE::ReplicationConfig: parse_section_header and parse_replication_job_id
      add(json, idField, job.group(1) + "-" + job.group(2));
      add(json, "guest", job.group(1));
      add(json, "jobnum", job.group(2));
    } else {
      add(json, idField, id);
    }
    add(json, "type", type);
    if (type.equals("subnet")) {
      addSubnet(json, idField, id);
    }
  }

  /** As sdn_subnets_config of PVE::Network::SDN::Subnets. */
  private static void addSubnet(JsonObject.Builder json, String idField, String id) {
    List<String> parts = List.of(id.split("-", -1));
    if (parts.size() >= 3) {
      if (!idField.equals("id")) {
        add(json, "id", id);
      }
      add(json, "cidr", parts.get(1) + "/" + parts.get(2));
      add(json, "zone", parts.get(0));
      add(json, "network", parts.get(1));
      add(json, "mask", parts.get(2));
    }
  }

  private static void add(JsonObject.Builder json, String field, String value) {
    json.put(field, new JsonString(value));
  }
}
