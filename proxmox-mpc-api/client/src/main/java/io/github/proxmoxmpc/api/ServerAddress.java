package io.github.proxmoxmpc.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import okhttp3.HttpUrl;

/** The address of a server, from what a person types: {@code pve1}, {@code https://pve1:8006}. */
record ServerAddress(HttpUrl base, String endpoint) {
  private static final int DEFAULT_PORT = 8006;
  private static final String API = "/api2/json";

  static ServerAddress parse(String text) {
    String address = text.strip();
    URI uri = uri(text, address.contains("://") ? address : "https://" + address);
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (scheme.equals("http")) {
      throw refused(text, "http would send the token in the clear; pveproxy speaks https alone");
    }
    if (!scheme.equals("https")) {
      throw refused(text, "the scheme must be https");
    }
    if (uri.getHost() == null) {
      throw refused(text, "there is no host name in it");
    }
    if (uri.getUserInfo() != null) {
      throw refused(uri.getHost(), "user and password do not belong here; use token(...)");
    }
    if (uri.getQuery() != null || uri.getFragment() != null) {
      throw refused(text, "leave out all that follows the port; '#...' is the web interface's own");
    }
    HttpUrl server =
        new HttpUrl.Builder()
            .scheme("https")
            .host(uri.getHost().replaceAll("[\\[\\]]", ""))
            // Not 443, as it would be for other servers: pveproxy listens on 8006.
            .port(uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort())
            .build();
    String prefix = prefix(uri.getPath());
    HttpUrl base = server.newBuilder().encodedPath(prefix + API + "/").build();
    String root = server.toString();
    return new ServerAddress(base, root.substring(0, root.length() - 1) + prefix);
  }

  /** What a reverse proxy puts before the API's own path; a trailing {@code /api2/json} is ours. */
  private static String prefix(String path) {
    String prefix = path.replaceAll("/+$", "");
    return prefix.endsWith(API) ? prefix.substring(0, prefix.length() - API.length()) : prefix;
  }

  private static URI uri(String text, String address) {
    try {
      return new URI(address);
    } catch (URISyntaxException e) {
      throw refused(text, e.getReason());
    }
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
