package io.github.proxmoxmpc.simulator.internal.account;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The paths of access control lists (normalize_path and check_path of PVE::AccessControl). */
public final class AclPaths {
  private static final String NAME = "[A-Za-z0-9._-]+";
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9.\\-_/]+");
  private static final Pattern KNOWN =
      Pattern.compile(
          String.join(
              "|",
              "/",
              "/access",
              "/access/(groups|realm)(/" + NAME + ")?",
              "/(nodes|storage)(/" + NAME + ")?",
              "/pool(/" + NAME + "){0,3}",
              "/sdn",
              "/sdn/controllers(/[A-Za-z0-9_-]+)?",
              "/sdn/(dns|fabrics|ipams|prefix-lists|route-maps)(/[A-Za-z0-9]+)?",
              "/sdn/zones(/" + NAME + "){0,2}",
              "/sdn/zones(/" + NAME + "){2}/[1-9][0-9]{0,3}",
              "/vms(/[1-9][0-9]{2,})?",
              "/mapping(/" + NAME + "){0,2}"));

  private AclPaths() {}

  /** Returns a path with single slashes, or null if it has a character that no path has. */
  public static @Nullable String normalize(String path) {
    if (path.isEmpty()) {
      return null;
    }
    String single = path.replaceAll("/+", "/").replaceFirst("/$", "");
    String rooted = single.startsWith("/") ? single : "/" + single;
    return ALLOWED.matcher(rooted).matches() ? rooted : null;
  }

  /** Returns whether an entry may name this path. */
  public static boolean isKnown(String path) {
    return KNOWN.matcher(path).matches();
  }
}
