package io.github.proxmoxmpc.iac.terraform.internal.guest;

import java.util.regex.Pattern;

/** Recognizes the names of environment variables that probably hold secrets. */
final class SecretNames {
  private static final Pattern NAME =
      Pattern.compile(
          "(?:^|_)(?:PASS|PASSWD|PASSWORD|PASSPHRASE|SECRET|TOKEN|KEY|APIKEY|CREDENTIALS?|PWD|AUTH)"
              + "(?:_|$)|PASSWORD|SECRET|TOKEN|APIKEY",
          Pattern.CASE_INSENSITIVE);

  private SecretNames() {}

  static boolean isLikelySecret(String name) {
    return NAME.matcher(name).find();
  }
}
