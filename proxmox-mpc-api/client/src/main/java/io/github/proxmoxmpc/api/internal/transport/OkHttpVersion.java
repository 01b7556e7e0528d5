package io.github.proxmoxmpc.api.internal.transport;

import java.security.CodeSource;
import okhttp3.OkHttpClient;

/**
 * The OkHttp on the class path. The artifact {@code okhttp} 4 and the artifact {@code okhttp-jvm} 5
 * hold the same classes, and Maven does not see that: a project that declares {@code okhttp} 4 gets
 * both, and the first one wins.
 */
public final class OkHttpVersion {
  private static final String NEEDED = "5";

  private OkHttpVersion() {}

  /**
   * Checks the version, before a call fails with a {@link NoSuchMethodError}.
   *
   * @throws IllegalStateException if it is not OkHttp 5; the message names the artifacts and the
   *     remedy
   */
  public static void require5() {
    requireSupported(found());
  }

  static void requireSupported(String version) {
    if (!version.startsWith(NEEDED + ".")) {
      throw new IllegalStateException(
          "Cannot create a ProxmoxClient: the class path has OkHttp "
              + version
              + " (com.squareup.okhttp3:okhttp, "
              + place()
              + ") before the OkHttp 5 that proxmox-mpc-api needs (com.squareup.okhttp3:okhttp-jvm)."
              + " Remove your dependency on com.squareup.okhttp3:okhttp, or set its version to the"
              + " same 5.x as that of okhttp-jvm.");
    }
  }

  private static String found() {
    try {
      // Read by reflection: the compiler would copy the constant of the version that we build with.
      return String.valueOf(
          Class.forName("okhttp3.OkHttp", true, OkHttpClient.class.getClassLoader())
              .getField("VERSION")
              .get(null));
    } catch (ReflectiveOperationException e) {
      return "3 or older";
    }
  }

  private static String place() {
    CodeSource source = OkHttpClient.class.getProtectionDomain().getCodeSource();
    return source == null || source.getLocation() == null
        ? "of unknown origin"
        : source.getLocation().toString();
  }
}
