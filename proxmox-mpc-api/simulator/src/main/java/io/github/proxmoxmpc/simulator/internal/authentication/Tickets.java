package io.github.proxmoxmpc.simulator.internal.authentication;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tickets and CSRF tokens in the form of Proxmox VE, signed with a key of the simulator. A ticket
 * is valid for two hours.
 */
public final class Tickets {
  private static final Pattern TICKET = Pattern.compile("PVE:([^:]+):([0-9A-F]{8})::(.+)");
  private static final Pattern CONSOLE = Pattern.compile("PVEVNC:([0-9A-F]{8})::(.+)");
  private static final String CHALLENGE = "!tfa!";
  private static final Pattern CSRF = Pattern.compile("([0-9A-F]{8}):(.+)");
  private static final long LIFETIME_SECONDS = 7200;
  private static final long CLOCK_SKEW_SECONDS = 300;

  private final Clock clock;
  private final SecretKeySpec key;

  /**
   * Creates the signing key.
   *
   * @param seed the seed of the key; tickets are valid for all instances with the same seed
   */
  public Tickets(Clock clock, String seed) {
    this.clock = clock;
    this.key = new SecretKeySpec(seed.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /** Creates a ticket for a user. */
  public String issue(String user) {
    String plain = "PVE:" + user + ":" + now();
    return plain + "::" + sign(plain);
  }

  /** Creates a ticket that is good only for the second factor of a user's log-in. */
  public String issueChallenge(String user, String challenge) {
    String plain = "PVE:" + CHALLENGE + challenge.replace("%", "%25").replace(":", "%3A");
    String dated = plain + ":" + now();
    return dated + "::" + sign(dated + ":" + user);
  }

  /** Returns whether a ticket is a fresh challenge of this user. */
  public boolean isChallenge(String ticket, String user) {
    Matcher parts = TICKET.matcher(ticket);
    if (!parts.matches() || !parts.group(1).startsWith(CHALLENGE) || !isFresh(parts.group(2))) {
      return false;
    }
    String dated = "PVE:" + parts.group(1) + ":" + parts.group(2);
    return sign(dated + ":" + user).equals(parts.group(3));
  }

  /**
   * Creates a ticket for a console.
   *
   * @param purpose user, path and port, joined with colons
   */
  public String issueConsole(String purpose) {
    String time = now();
    return "PVEVNC:" + time + "::" + sign("PVEVNC:" + time + ":" + purpose);
  }

  /** Returns whether a ticket opens this console; it is valid for 40 seconds. */
  public boolean isConsole(String ticket, String purpose) {
    Matcher parts = CONSOLE.matcher(ticket);
    if (!parts.matches()) {
      return false;
    }
    long age = age(parts.group(1));
    return age >= -20
        && age <= 40
        && sign("PVEVNC:" + parts.group(1) + ":" + purpose).equals(parts.group(2));
  }

  /** Creates a CSRF token for a user. */
  public String issueCsrfToken(String user) {
    String time = now();
    return time + ":" + sign(time + ":" + user);
  }

  /** Returns the user of a ticket, empty if it is forged or expired. */
  public Optional<String> verify(String ticket) {
    Matcher parts = TICKET.matcher(ticket);
    if (!parts.matches() || !isFresh(parts.group(2))) {
      return Optional.empty();
    }
    String plain = "PVE:" + parts.group(1) + ":" + parts.group(2);
    return sign(plain).equals(parts.group(3)) ? Optional.of(parts.group(1)) : Optional.empty();
  }

  /** Returns whether a CSRF token belongs to this user. */
  public boolean isCsrfToken(String token, String user) {
    Matcher parts = CSRF.matcher(token);
    return parts.matches()
        && isFresh(parts.group(1))
        && sign(parts.group(1) + ":" + user).equals(parts.group(2));
  }

  private boolean isFresh(String time) {
    long age = age(time);
    return age > -CLOCK_SKEW_SECONDS && age < LIFETIME_SECONDS;
  }

  private long age(String time) {
    return clock.instant().getEpochSecond() - Long.parseLong(time, 16);
  }

  private String now() {
    return String.format(Locale.ROOT, "%08X", clock.instant().getEpochSecond());
  }

  private String sign(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Base64.getEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is not available", e);
    }
  }
}
