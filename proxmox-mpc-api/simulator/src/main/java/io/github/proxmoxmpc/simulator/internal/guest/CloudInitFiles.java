package io.github.proxmoxmpc.simulator.internal.guest;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.config.ConfigSection;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files on a VM's cloud-init drive (PVE::QemuServer::Cloudinit of 9.2). */
final class CloudInitFiles {
  private static final Pattern MAC = Pattern.compile("(?i)(?:[0-9a-f]{2}:){5}[0-9a-f]{2}");
  private static final int ADDRESS_BITS = 32;

  private final ClusterGuest guest;
  private final ConfigSection config;

  CloudInitFiles(ClusterGuest guest) {
    this.guest = guest;
    this.config = guest.config().current();
  }

  /** How a file shows passwords. */
  enum Secrets {
    MASKED,
    PLAIN
  }

  String user(Secrets secrets) {
    StringBuilder text = new StringBuilder("#cloud-config\n");
    String name = config.get("name", "VM" + guest.vmid());
    String domain = config.get("searchdomain", "");
    int dot = name.indexOf('.');
    String host = dot > 0 ? name.substring(0, dot) : name;
    String full = dot > 0 || domain.isEmpty() ? name : name + "." + domain;
    text.append("hostname: ").append(host).append("\nmanage_etc_hosts: true\nfqdn: ");
    text.append(full).append('\n');
    String user = config.get("ciuser");
    if (user != null) {
      text.append("user: ").append(user).append('\n');
    }
    boolean isRoot = "root".equals(user);
    if (isRoot) {
      text.append("disable_root: False\n");
    }
    String password = config.get("cipassword");
    if (password != null) {
      String shown = secrets == Secrets.MASKED ? "**********" : password;
      text.append("password: ").append(shown).append('\n');
    }
    String keys = config.get("sshkeys");
    if (keys != null) {
      text.append("ssh_authorized_keys:\n");
      String decoded = URLDecoder.decode(keys.replace("+", "%2B"), StandardCharsets.UTF_8);
      decoded
          .lines()
          .filter(key -> !key.isBlank())
          .forEach(key -> text.append("  - ").append(key).append('\n'));
    }
    text.append("chpasswd:\n  expire: False\n");
    if (!isRoot) {
      text.append("users:\n  - default\n");
    }
    if (config.get("ciupgrade") == null || config.isTrue("ciupgrade")) {
      text.append("package_upgrade: true\n");
    }
    return text.toString();
  }

  String network() {
    return isConfigDrive() ? interfacesFile() : networkVersion1();
  }

  String meta() {
    String id = sha1(user(Secrets.PLAIN) + network());
    return isConfigDrive()
        ? "{\n     \"uuid\": \""
            + id
            + "\",\n     \"network_config\": { \"content_path\":"
            + " \"/content/0000\" }\n}\n"
        : "instance-id: " + id + "\n";
  }

  private boolean isConfigDrive() {
    String type = config.get("citype");
    return type == null ? config.get("ostype", "").matches("w.*") : !type.equals("nocloud");
  }

  private String networkVersion1() {
    StringBuilder text = new StringBuilder("version: 1\nconfig:\n");
    for (String key : interfaces()) {
      String number = key.substring("net".length());
      Map<String, String> address = parts(config.get("ipconfig" + number, ""));
      Matcher mac = MAC.matcher(config.get(key, ""));
      text.append("    - type: physical\n      name: eth").append(number).append('\n');
      text.append("      mac_address: '")
          .append(mac.find() ? mac.group().toLowerCase(Locale.ROOT) : "")
          .append("'\n      subnets:\n");
      String v4 = address.get("ip");
      if ("dhcp".equals(v4)) {
        text.append("      - type: dhcp4\n");
      } else if (v4 != null) {
        text.append("      - type: static\n");
        line(text, "address", v4.substring(0, slash(v4)));
        line(text, "netmask", netmask(v4));
        line(text, "gateway", address.getOrDefault("gw", ""));
      }
      String v6 = address.get("ip6");
      if ("dhcp".equals(v6)) {
        text.append("      - type: dhcp6\n");
      } else if ("auto".equals(v6)) {
        text.append("      - type: ipv6_slaac\n");
      } else if (v6 != null) {
        text.append("      - type: static6\n");
        line(text, "address", v6);
        line(text, "gateway", address.getOrDefault("gw6", ""));
      }
    }
    text.append("    - type: nameserver\n");
    items(text, "address", words("nameserver"));
    items(text, "search", words("searchdomain"));
    return text.toString();
  }

  private static void line(StringBuilder text, String key, String value) {
    if (!value.isEmpty()) {
      text.append("        ").append(key).append(": '").append(value).append("'\n");
    }
  }

  private static void items(StringBuilder text, String key, List<String> values) {
    if (!values.isEmpty()) {
      text.append("      ").append(key).append(":\n");
      values.forEach(value -> text.append("      - '").append(value).append("'\n"));
    }
  }

  private String interfacesFile() {
    StringBuilder text = new StringBuilder("auto lo\niface lo inet loopback\n\n");
    setting(text, "dns_nameservers", String.join(" ", words("nameserver")));
    setting(text, "dns_search", String.join(" ", words("searchdomain")));
    for (String key : interfaces()) {
      String number = key.substring("net".length());
      Map<String, String> address = parts(config.get("ipconfig" + number, ""));
      String name = "eth" + number;
      text.append("auto ").append(name).append('\n');
      String v4 = address.get("ip");
      if ("dhcp".equals(v4)) {
        text.append("iface ").append(name).append(" inet dhcp\n");
      } else if (v4 != null) {
        text.append("iface ").append(name).append(" inet static\n");
        setting(text, "address", v4.substring(0, slash(v4)));
        setting(text, "netmask", netmask(v4));
        setting(text, "gateway", address.getOrDefault("gw", ""));
      }
      String v6 = address.get("ip6");
      if ("dhcp".equals(v6) || "auto".equals(v6)) {
        text.append("iface ").append(name).append(" inet6 ").append(v6).append('\n');
      } else if (v6 != null) {
        text.append("iface ").append(name).append(" inet6 static\n");
        setting(text, "address", v6.substring(0, slash(v6)));
        setting(text, "netmask", v6.substring(Math.min(v6.length(), slash(v6) + 1)));
        setting(text, "gateway", address.getOrDefault("gw6", ""));
      }
    }
    return text.toString();
  }

  private static void setting(StringBuilder text, String key, String value) {
    if (!value.isEmpty()) {
      text.append("        ").append(key).append(' ').append(value).append('\n');
    }
  }

  private List<String> interfaces() {
    return config.keys().stream()
        .filter(key -> key.matches("net\\d+"))
        .filter(key -> config.get("ipconfig" + key.substring("net".length())) != null)
        .sorted()
        .toList();
  }

  private List<String> words(String key) {
    return Arrays.stream(config.get(key, "").split("\\s+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static Map<String, String> parts(String value) {
    Map<String, String> parts = new HashMap<>();
    for (String part : value.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parts.put(part.substring(0, equals), part.substring(equals + 1));
      }
    }
    return parts;
  }

  private static int slash(String address) {
    int slash = address.indexOf('/');
    return slash < 0 ? address.length() : slash;
  }

  private static String netmask(String address) {
    int slash = slash(address);
    int prefix =
        slash == address.length() ? ADDRESS_BITS : Integer.parseInt(address.substring(slash + 1));
    long mask = prefix == 0 ? 0 : -1L << (ADDRESS_BITS - prefix);
    return (mask >> 24 & 0xff)
        + "."
        + (mask >> 16 & 0xff)
        + "."
        + (mask >> 8 & 0xff)
        + "."
        + (mask & 0xff);
  }

  private static String sha1(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return String.format(Locale.ROOT, "%040x", new BigInteger(1, digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-1", e);
    }
  }
}
