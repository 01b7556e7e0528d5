package io.github.proxmoxmpc.iac.terraform.internal.mapping;

import io.github.proxmoxmpc.iac.hcl.HclValue;
import io.github.proxmoxmpc.iac.hcl.HclValue.Flag;
import io.github.proxmoxmpc.iac.hcl.HclValue.TextList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts a text of the server to the value of an attribute, as the provider does. Each constant
 * is one decoder of the provider (0.112.0).
 *
 * @param empty the value in the state if there is no text
 * @param decoder the decoder
 */
public record Conversion(HclValue empty, Decoder decoder) {
  /** Decodes one text. */
  @FunctionalInterface
  public interface Decoder {
    DecodedValue decode(String text);
  }

  private static final HclValue NO_TEXT = new HclValue.Text("");
  private static final HclValue NO_LIST = new TextList(List.of());
  private static final HclValue ZERO = HclValue.Number.of(0);
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
  private static final Pattern SIZE =
      Pattern.compile(
          "(\\d+(?:\\.\\d+)?)(k|kb|kib|m|mb|mib|g|gb|gib|t|tb|tib)?", Pattern.CASE_INSENSITIVE);

  /** Keeps the text. */
  public static final Conversion TEXT = new Conversion(NO_TEXT, DecodedValue::text);

  /** Converts the text to lower case. */
  public static final Conversion LOWER_CASE =
      new Conversion(NO_TEXT, text -> DecodedValue.text(text.toLowerCase(Locale.ROOT)));

  /** Keeps the text unless it is blank. */
  public static final Conversion TEXT_UNLESS_BLANK =
      new Conversion(
          NO_TEXT, text -> DecodedValue.text(GoStrings.trim(text).isEmpty() ? "" : text));

  /** Reads {@code 1} as true, and everything else as false. */
  public static final Conversion FLAG =
      new Conversion(Flag.FALSE, text -> new DecodedValue.Value(Flag.of(text.equals("1"))));

  /** Reads any text as true. */
  public static final Conversion TRUE =
      new Conversion(Flag.FALSE, text -> new DecodedValue.Value(Flag.TRUE));

  /** Reads a whole number. */
  public static final Conversion WHOLE_NUMBER = new Conversion(ZERO, Conversion::whole);

  /** Reads a number. */
  public static final Conversion NUMBER = new Conversion(ZERO, Conversion::number);

  /** Reads a size with a unit, rounded down to GiB. */
  public static final Conversion GIBIBYTES = new Conversion(ZERO, Conversion::gibibytes);

  /** Splits a list at semicolons. */
  public static final Conversion LIST =
      new Conversion(
          NO_LIST,
          text ->
              new DecodedValue.Value(text.isEmpty() ? NO_LIST : new TextList(split(text, ";"))));

  /** Splits tags at semicolons, trims and sorts them. */
  public static final Conversion TAGS = new Conversion(NO_LIST, Conversion::tags);

  /** Splits the list after {@code order=} at semicolons. */
  public static final Conversion BOOT_ORDER =
      new Conversion(
          NO_LIST, text -> new DecodedValue.Value(new TextList(split(GoStrings.trim(text), ";"))));

  /** Splits addresses at single spaces. */
  public static final Conversion ADDRESSES =
      new Conversion(NO_LIST, text -> new DecodedValue.Value(new TextList(split(text, " "))));

  /** Decodes URL-encoded SSH keys, one per line. */
  public static final Conversion SSH_KEYS = new Conversion(NO_LIST, Conversion::sshKeys);

  /** Decodes base64, even if the server does not mark the text as base64. */
  public static final Conversion BASE64 = new Conversion(NO_TEXT, Conversion::base64);

  /** Extracts the storage of a volume: the text before the first colon. */
  public static final Conversion STORAGE =
      new Conversion(
          NO_TEXT,
          text ->
              DecodedValue.text(text.contains(":") ? text.substring(0, text.indexOf(':')) : ""));

  /** Extracts the storage of a volume; the whole text if there is no colon. */
  public static final Conversion STORAGE_OR_ALL =
      new Conversion(NO_TEXT, text -> DecodedValue.text(text.split(":", -1)[0]));

  /** Keeps the path of a raw device, and drops a volume of a storage. */
  public static final Conversion DEVICE_PATH =
      new Conversion(NO_TEXT, text -> DecodedValue.text(text.contains(":") ? "" : text));

  /** Derives the format from the extension of a volume. */
  public static final Conversion EXTENSION = new Conversion(NO_TEXT, Conversion::extension);

  /** Reads VLAN ids separated by semicolons; fails on ranges. */
  public static final Conversion TRUNKS = new Conversion(NO_TEXT, Conversion::trunks);

  /** Reads {@code NAME=value} pairs separated by NUL. */
  public static final Conversion ENVIRONMENT =
      new Conversion(new HclValue.TextMap(new TreeMap<>()), Conversion::environment);

  /** Reads one word of a raw {@code lxc.idmap} line. */
  public static Conversion word(int index) {
    return new Conversion(
        ZERO, text -> words(text).length == 4 ? whole(words(text)[index]) : noMap(text));
  }

  /** Reads the type of a raw {@code lxc.idmap} line: users or groups. */
  public static final Conversion ID_TYPE = new Conversion(NO_TEXT, Conversion::idType);

  public DecodedValue decode(String text) {
    return decoder.decode(text);
  }

  private static List<String> split(String text, String separator) {
    return Arrays.asList(text.split(Pattern.quote(separator), -1));
  }

  private static DecodedValue whole(String text) {
    return WHOLE.matcher(text).matches()
        ? new DecodedValue.Value(HclValue.Number.of(Long.parseLong(text)))
        : new DecodedValue.Failure("the provider reads only whole numbers");
  }

  private static DecodedValue number(String text) {
    try {
      return new DecodedValue.Value(new HclValue.Number(new BigDecimal(text)));
    } catch (NumberFormatException e) {
      return new DecodedValue.Failure("the provider reads only numbers");
    }
  }

  private static DecodedValue gibibytes(String text) {
    Matcher size = SIZE.matcher(text);
    if (!size.matches()) {
      return new DecodedValue.Failure("the provider cannot read this size");
    }
    String unit = size.group(2) == null ? "" : size.group(2).toLowerCase(Locale.ROOT);
    int power = unit.isEmpty() ? 0 : "kmgt".indexOf(unit.charAt(0)) + 1;
    BigDecimal bytes = new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(1024).pow(power));
    return new DecodedValue.Value(
        new HclValue.Number(bytes.divide(BigDecimal.valueOf(1L << 30), 0, RoundingMode.DOWN)));
  }

  private static DecodedValue tags(String text) {
    List<String> tags =
        split(text, ";").stream().map(GoStrings::trim).filter(t -> !t.isEmpty()).sorted().toList();
    return new DecodedValue.Value(new TextList(tags));
  }

  private static DecodedValue sshKeys(String text) {
    String keys;
    try {
      keys = URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return new DecodedValue.Failure("the provider cannot decode the SSH keys");
    }
    return new DecodedValue.Value(
        keys.isEmpty() ? NO_LIST : new TextList(split(GoStrings.trim(keys), "\n")));
  }

  private static DecodedValue base64(String text) {
    try {
      if (text.length() % 4 != 0) {
        return notBase64();
      }
      byte[] bytes = Base64.getDecoder().decode(text);
      return DecodedValue.text(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException e) {
      return notBase64();
    } catch (CharacterCodingException e) {
      return new DecodedValue.Absent();
    }
  }

  private static DecodedValue notBase64() {
    return new DecodedValue.Failure(
        "the provider decodes the texts of smbios1 as base64, and this text is not base64");
  }

  private static DecodedValue extension(String text) {
    int colon = text.indexOf(':');
    String path = text.substring(Math.max(text.lastIndexOf('/'), colon) + 1);
    int dot = path.lastIndexOf('.');
    return DecodedValue.text(colon < 0 || dot < 0 ? "" : path.substring(dot + 1));
  }

  private static DecodedValue trunks(String text) {
    List<String> trunks = new ArrayList<>();
    for (String trunk : split(text, ";")) {
      if (!WHOLE.matcher(trunk).matches()) {
        return new DecodedValue.Failure("the provider cannot read VLAN ranges in trunks");
      }
      trunks.add(Long.toString(Long.parseLong(trunk)));
    }
    return DecodedValue.text(String.join(";", trunks));
  }

  private static DecodedValue environment(String text) {
    SortedMap<String, String> variables = new TreeMap<>();
    for (String pair : text.split("\0", -1)) {
      int equals = pair.indexOf('=');
      if (equals >= 0) {
        variables.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return new DecodedValue.Value(new HclValue.TextMap(variables));
  }

  private static String[] words(String text) {
    return GoStrings.trim(text).split("\\s+");
  }

  private static DecodedValue idType(String text) {
    return switch (words(text)[0]) {
      case "u" -> DecodedValue.text("uid");
      case "g" -> DecodedValue.text("gid");
      default -> noMap(text);
    };
  }

  private static DecodedValue noMap(String text) {
    return new DecodedValue.Failure(
        "the provider expects 'u' or 'g' and three numbers, but there are "
            + words(text).length
            + " words");
  }
}
