package io.github.proxmoxmpc.iac.terraform;

import java.util.regex.Pattern;

/** What must not stand in a file, judged by its name. */
final class Secrets {
  private static final Pattern NAME =
      Pattern.compile(
          "(?:^|_)(?:PASS|PASSWD|PASSWORD|PASSPHRASE|SECRET|TOKEN|KEY|APIKEY|CREDENTIALS?|PWD|AUTH)"
              + "(?:_|$)|PASSWORD|SECRET|TOKEN|APIKEY",
          Pattern.CASE_INSENSITIVE);

  private Secrets() {}

  static boolean looksSecret(String name) {
    return NAME.matcher(name).find();
  }
}
