package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.api.value.PropertyString;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conversions of {@code parse_datacenter_config} of PVE::DataCenterConfig 9.2. */
final class DatacenterOptions {
  static final String REGISTERED_TAGS = "registered-tags";
  private static final String MIGRATION = "migration";
  private static final String INSECURE = "migration_unsecure";

  /** The prefix of Proxmox Server Solutions. */
  private static final String DEFAULT_MAC_PREFIX = "BC:24:11";

  private DatacenterOptions() {}

  /**
   * Adds defaults, replaces legacy spellings, and removes the registered tags, which are no text in
   * the API.
   *
   * @return the registered tags; null if there are none
   */
  static @Nullable String complete(Map<String, String> options) {
    options.putIfAbsent("mac_prefix", DEFAULT_MAC_PREFIX);
    options.remove("crs", "");
    options.replace("console", "applet", "html5");
    String insecure = options.get(INSECURE);
    String migration = options.getOrDefault(MIGRATION, "");
    PropertyString settings = PropertyString.parse(migration);
    if (insecure != null && settings.getOrBare("type") == null) {
      String type = insecure.equals("1") ? "type=insecure" : "type=secure";
      options.put(MIGRATION, settings.with(type).toString());
    }
    return options.remove(REGISTERED_TAGS);
  }

  static JsonValue tags(String text) {
    return new JsonArray(
        Arrays.stream(text.split(";"))
            .filter(tag -> !tag.isEmpty())
            .<JsonValue>map(JsonString::new)
            .toList());
  }
}
