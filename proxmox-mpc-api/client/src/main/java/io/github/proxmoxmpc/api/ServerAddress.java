package io.github.proxmoxmpc.api;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * The address of a server. A user may write it as {@code pve1} or {@code https://pve1:8006}.
 *
 * @param base the address to which the paths of the operations are appended
 * @param endpoint the address for messages, such as {@code https://pve1:8006}
 */
record ServerAddress(HttpUrl base, String endpoint) {
  private static final int DEFAULT_PORT = 8006;
  private static final String API = "/api2/json";

  // Not java.net.URI: it finds no host in names with an underscore, which container networks have.
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.\\-]*)://)?"
              + "\\[?(?<host>(?<=\\[)[0-9A-Fa-f:.]+(?=\\])|(?<!\\[)[^\\s:/?#@\\[\\]]+)\\]?"
              + "(?::(?<port>\\d{1,5}))?"
              + "(?<path>/[^\\s?#]*)?");

  static ServerAddress parse(String text) {
    String address = text.strip();
    if (address.contains("@")) {
      throw refused("...@...", "it must not contain a user or a password; use token(...)");
    }
    if (address.contains("?") || address.contains("#")) {
      throw refused(
          text, "it must not contain a query or a fragment; '#...' belongs to the web interface");
    }
    Matcher parts = FORM.matcher(address);
    if (!parts.matches()) {
      requireBrackets(text, address);
      throw refused(text, "it does not have the form https://host:port");
    }
    requireHttps(text, Objects.requireNonNullElse(parts.group("scheme"), "https"));
    HttpUrl server = server(text, parts);
    String prefix = prefix(Objects.requireNonNullElse(parts.group("path"), ""));
    HttpUrl base = server.newBuilder().encodedPath(prefix + API + "/").build();
    String root = server.toString();
    return new ServerAddress(base, root.substring(0, root.length() - 1) + prefix);
  }

  /** Explains how to write an IPv6 address, if this was meant to be one. */
  private static void requireBrackets(String text, String address) {
    String authority =
        address.replaceFirst("^[A-Za-z][A-Za-z0-9+.\\-]*://", "").replaceFirst("/.*", "");
    boolean isIpv6 = authority.chars().filter(character -> character == ':').count() > 1;
    if (isIpv6 && authority.contains("%")) {
      throw refused(
          text,
          "a zone id ('%' and the text after it) is not supported: use a host name, or a global IPv6"
              + " address in brackets, such as https://[2001:db8::1]:8006");
    }
    if (isIpv6 || authority.contains("[") || authority.contains("]")) {
      throw refused(text, "write an IPv6 address in brackets, such as https://[2001:db8::1]:8006");
    }
  }

  private static void requireHttps(String text, String scheme) {
    if (scheme.equalsIgnoreCase("http")) {
      throw refused(
          text, "http would send the token unencrypted, and pveproxy supports only https");
    }
    if (!scheme.equalsIgnoreCase("https")) {
      throw refused(text, "the scheme must be https");
    }
  }

  private static HttpUrl server(String text, Matcher parts) {
    String port = parts.group("port");
    try {
      return new HttpUrl.Builder()
          .scheme("https")
          .host(parts.group("host").toLowerCase(Locale.ROOT))
          // The default of OkHttp would be 443, but pveproxy listens on 8006.
          .port(port == null ? DEFAULT_PORT : Integer.parseInt(port))
          .build();
    } catch (IllegalArgumentException e) {
      throw refused(text, String.valueOf(e.getMessage()));
    }
  }

  /** Returns the path that a reverse proxy puts before {@code /api2/json}; may be empty. */
  private static String prefix(String path) {
    String prefix = path.replaceAll("/+", "/").replaceAll("/$", "");
    return prefix.endsWith(API) ? prefix.substring(0, prefix.length() - API.length()) : prefix;
  }

  private static IllegalArgumentException refused(String text, String why) {
    return new IllegalArgumentException(
        "'"
            + text
            + "' is not the address of a Proxmox VE server: "
            + why
            + ". Write it as https://pve1.example.org:8006");
  }
}
