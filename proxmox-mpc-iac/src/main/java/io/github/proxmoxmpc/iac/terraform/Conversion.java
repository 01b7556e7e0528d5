package io.github.proxmoxmpc.iac.terraform;

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
 * How the provider turns a text of the server into the value of an attribute. Each constant is one
 * decoder of the provider (0.112.0).
 *
 * @param empty what stands in the state where there is no text
 * @param reader the decoder
 */
record Conversion(HclValue empty, Reader reader) {
  /** The decoder. */
  @FunctionalInterface
  interface Reader {
    Reading read(String text);
  }

  private static final HclValue NO_TEXT = new HclValue.Text("");
  private static final HclValue NO_LIST = new TextList(List.of());
  private static final HclValue ZERO = HclValue.Number.of(0);
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
  private static final Pattern SIZE =
      Pattern.compile(
          "(\\d+(?:\\.\\d+)?)(k|kb|kib|m|mb|mib|g|gb|gib|t|tb|tib)?", Pattern.CASE_INSENSITIVE);

  /** The text as it is. */
  static final Conversion TEXT = new Conversion(NO_TEXT, Reading::text);

  /** The text in lower case. */
  static final Conversion LOWER_CASE =
      new Conversion(NO_TEXT, text -> Reading.text(text.toLowerCase(Locale.ROOT)));

  /** The text, where it is more than blanks. */
  static final Conversion TEXT_UNLESS_BLANK =
      new Conversion(NO_TEXT, text -> Reading.text(GoText.trim(text).isEmpty() ? "" : text));

  /** {@code 1} is true, everything else is false. */
  static final Conversion FLAG =
      new Conversion(Flag.FALSE, text -> new Reading.State(Flag.of(text.equals("1"))));

  /** True, whatever the text. */
  static final Conversion TRUE = new Conversion(Flag.FALSE, text -> new Reading.State(Flag.TRUE));

  /** A whole number. */
  static final Conversion WHOLE_NUMBER = new Conversion(ZERO, Conversion::whole);

  /** A number. */
  static final Conversion NUMBER = new Conversion(ZERO, Conversion::number);

  /** A size with a unit, in whole GiB rounded down. */
  static final Conversion GIBIBYTES = new Conversion(ZERO, Conversion::gibibytes);

  /** A list parted by semicolons. */
  static final Conversion LIST =
      new Conversion(
          NO_LIST,
          text -> new Reading.State(text.isEmpty() ? NO_LIST : new TextList(split(text, ";"))));

  /** Tags: parted by semicolons, trimmed, sorted. */
  static final Conversion TAGS = new Conversion(NO_LIST, Conversion::tags);

  /** The list behind {@code order=}. */
  static final Conversion BOOT_ORDER =
      new Conversion(
          NO_LIST, text -> new Reading.State(new TextList(split(GoText.trim(text), ";"))));

  /** Addresses parted by single blanks. */
  static final Conversion ADDRESSES =
      new Conversion(NO_LIST, text -> new Reading.State(new TextList(split(text, " "))));

  /** SSH keys, URL-encoded, one a line. */
  static final Conversion SSH_KEYS = new Conversion(NO_LIST, Conversion::sshKeys);

  /** Text in base64, whether the server says that it is or not. */
  static final Conversion BASE64 = new Conversion(NO_TEXT, Conversion::base64);

  /** The storage of a volume: what stands before the first colon. */
  static final Conversion STORAGE =
      new Conversion(
          NO_TEXT,
          text -> Reading.text(text.contains(":") ? text.substring(0, text.indexOf(':')) : ""));

  /** The storage of a volume; all of it where there is no colon. */
  static final Conversion STORAGE_OR_ALL =
      new Conversion(NO_TEXT, text -> Reading.text(text.split(":", -1)[0]));

  /** The path of a raw device; nothing for a volume of a storage, where it is not compared. */
  static final Conversion DEVICE_PATH =
      new Conversion(NO_TEXT, text -> Reading.text(text.contains(":") ? "" : text));

  /** The format that the extension of a volume says. */
  static final Conversion EXTENSION = new Conversion(NO_TEXT, Conversion::extension);

  /** VLAN ids parted by semicolons; a range is none. */
  static final Conversion TRUNKS = new Conversion(NO_TEXT, Conversion::trunks);

  /** {@code NAME=value} pairs parted by NUL. */
  static final Conversion ENVIRONMENT =
      new Conversion(new HclValue.TextMap(new TreeMap<>()), Conversion::environment);

  /** One of the words of a raw {@code lxc.idmap} line. */
  static Conversion word(int index) {
    return new Conversion(
        ZERO, text -> words(text).length == 4 ? whole(words(text)[index]) : noMap(text));
  }

  /** Whether a raw {@code lxc.idmap} line maps users or groups. */
  static final Conversion ID_TYPE = new Conversion(NO_TEXT, Conversion::idType);

  private static List<String> split(String text, String separator) {
    return Arrays.asList(text.split(Pattern.quote(separator), -1));
  }

  private static Reading whole(String text) {
    return WHOLE.matcher(text).matches()
        ? new Reading.State(HclValue.Number.of(Long.parseLong(text)))
        : new Reading.Failure("the provider reads whole numbers only");
  }

  private static Reading number(String text) {
    try {
      return new Reading.State(new HclValue.Number(new BigDecimal(text)));
    } catch (NumberFormatException e) {
      return new Reading.Failure("the provider reads numbers only");
    }
  }

  private static Reading gibibytes(String text) {
    Matcher size = SIZE.matcher(text);
    if (!size.matches()) {
      return new Reading.Failure("the provider cannot read this size");
    }
    String unit = size.group(2) == null ? "" : size.group(2).toLowerCase(Locale.ROOT);
    int power = unit.isEmpty() ? 0 : "kmgt".indexOf(unit.charAt(0)) + 1;
    BigDecimal bytes = new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(1024).pow(power));
    return new Reading.State(
        new HclValue.Number(bytes.divide(BigDecimal.valueOf(1L << 30), 0, RoundingMode.DOWN)));
  }

  private static Reading tags(String text) {
    List<String> tags =
        split(text, ";").stream().map(GoText::trim).filter(t -> !t.isEmpty()).sorted().toList();
    return new Reading.State(new TextList(tags));
  }

  private static Reading sshKeys(String text) {
    String keys;
    try {
      keys = URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return new Reading.Failure("the provider cannot decode the SSH keys");
    }
    return new Reading.State(
        keys.isEmpty() ? NO_LIST : new TextList(split(GoText.trim(keys), "\n")));
  }

  private static Reading base64(String text) {
    try {
      if (text.length() % 4 != 0) {
        return notBase64();
      }
      byte[] bytes = Base64.getDecoder().decode(text);
      return Reading.text(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException e) {
      return notBase64();
    } catch (CharacterCodingException e) {
      return new Reading.Nothing();
    }
  }

  private static Reading notBase64() {
    return new Reading.Failure(
        "the provider decodes the texts of smbios1 as base64, and this one is none");
  }

  private static Reading extension(String text) {
    int colon = text.indexOf(':');
    String path = text.substring(Math.max(text.lastIndexOf('/'), colon) + 1);
    int dot = path.lastIndexOf('.');
    return Reading.text(colon < 0 || dot < 0 ? "" : path.substring(dot + 1));
  }

  private static Reading trunks(String text) {
    List<String> trunks = new ArrayList<>();
    for (String trunk : split(text, ";")) {
      if (!WHOLE.matcher(trunk).matches()) {
        return new Reading.Failure("the provider reads single VLAN ids as trunks, and no ranges");
      }
      trunks.add(Long.toString(Long.parseLong(trunk)));
    }
    return Reading.text(String.join(";", trunks));
  }

  private static Reading environment(String text) {
    SortedMap<String, String> variables = new TreeMap<>();
    for (String pair : text.split("\0", -1)) {
      int equals = pair.indexOf('=');
      if (equals >= 0) {
        variables.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return new Reading.State(new HclValue.TextMap(variables));
  }

  private static String[] words(String text) {
    return GoText.trim(text).split("\\s+");
  }

  private static Reading idType(String text) {
    return switch (words(text)[0]) {
      case "u" -> Reading.text("uid");
      case "g" -> Reading.text("gid");
      default -> noMap(text);
    };
  }

  private static Reading noMap(String text) {
    return new Reading.Failure(
        "the provider reads 'u' or 'g' and three numbers, and finds "
            + words(text).length
            + " words");
  }
}
