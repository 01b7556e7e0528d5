package io.github.proxmoxmpc.api.internal.check;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A rule between the keys of a format that the server has in its code, not in its schema.
 *
 * @param key the key that a violation names
 * @param rule returns the violation in words; null if there is no violation
 */
record CrossKeyRule(String key, Function<Map<String, List<String>>, @Nullable String> rule) {
  private static final Map<String, List<CrossKeyRule>> KNOWN =
      Map.of(
          // PVE::Storage::Plugin::validate_prune_backups
          "prune-backups",
          List.of(new CrossKeyRule("keep-all", CrossKeyRule::keepAll)),
          // PVE::VZDump::Common::verify_backup_fleecing
          "backup-fleecing",
          List.of(new CrossKeyRule("storage", CrossKeyRule::fleecingStorage)),
          // PVE::QemuServer::CPUConfig::validate_cpu_conf
          "pve-vm-cpu-conf",
          List.of(new CrossKeyRule("cputype", CrossKeyRule::cpuType)));

  static List<CrossKeyRule> of(String format) {
    return KNOWN.getOrDefault(format, List.of());
  }

  @Nullable String fault(Map<String, List<String>> values) {
    return rule.apply(values);
  }

  private static @Nullable String keepAll(Map<String, List<String>> values) {
    boolean others =
        values.entrySet().stream()
            .filter(entry -> !entry.getKey().equals("keep-all"))
            .anyMatch(entry -> !entry.getValue().get(0).matches("[+-]?0+"));
    return isTrue(values, "keep-all") && others
        ? "cannot be set together with the other keys"
        : null;
  }

  private static @Nullable String fleecingStorage(Map<String, List<String>> values) {
    return isTrue(values, "enabled") && !values.containsKey("storage")
        ? "is required if 'enabled' is set"
        : null;
  }

  private static @Nullable String cpuType(Map<String, List<String>> values) {
    return values.containsKey("cputype") ? null : "is required and was not set";
  }

  private static boolean isTrue(Map<String, List<String>> values, String key) {
    return values.getOrDefault(key, List.of("0")).get(0).equals("1");
  }
}
