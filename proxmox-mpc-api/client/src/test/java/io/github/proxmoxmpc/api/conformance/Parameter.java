package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.transfer.Upload;
import io.github.proxmoxmpc.api.value.ByteSize;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parameter with a value. What has to arrive follows from the facts alone; the argument is made
 * to fit the Java type, which has to be the one that the facts ask for.
 *
 * @param name its wire name
 * @param facts what the schema says of it
 * @param text one element of it on the wire
 */
record Parameter(String name, Facts facts, String text) {
  private static final String API = "io.github.proxmoxmpc.api.";

  /** As the server prints them in configurations; it reads all three. */
  private static final Map<String, String> SEPARATORS =
      Map.of(
          "pve-tag-list", ";",
          "address-list", " ",
          "dns-name-list", " ",
          "lxc-ip-with-ll-iface-list", " ");

  static Parameter of(String name, Facts facts) {
    return new Parameter(name, facts, fitting(facts, Examples.of(element(facts))));
  }

  /** With another value where it has but a few, such as a boolean. */
  static Parameter other(String name, Facts facts) {
    return new Parameter(name, facts, fitting(facts, Examples.other(element(facts))));
  }

  /** An element of a joined list cannot contain the separators at which the server splits it. */
  private static String fitting(Facts facts, String text) {
    return facts.isTextList() ? text.replaceAll("[,;\\s]", "") : text;
  }

  private static Facts element(Facts facts) {
    return facts.type().equals("array") ? facts.items() : facts;
  }

  /** An array's name again and again, a list of text in one value. */
  List<String> arriving() {
    if (facts.type().equals("array")) {
      return List.of(text, text);
    }
    String separator = SEPARATORS.getOrDefault(facts.text("format"), ",");
    return List.of(facts.isTextList() ? text + separator + text : text);
  }

  /** Returns the argument of the caller. */
  Object argument(Type type) throws ReflectiveOperationException {
    boolean isList = facts.type().equals("array") || facts.isTextList();
    boolean takesList = type instanceof ParameterizedType list && list.getRawType() == List.class;
    assertThat(takesList).as("%s takes a list", name).isEqualTo(isList);
    if (!isList) {
      return one(element(facts).meaning(), type);
    }
    Type element = ((ParameterizedType) type).getActualTypeArguments()[0];
    String meaning = facts.isTextList() ? facts.elementMeaning() : facts.items().meaning();
    return List.of(one(meaning, element), one(meaning, element));
  }

  private Object one(@Nullable String meaning, Type type) throws ReflectiveOperationException {
    String property = element(facts).propertyType();
    String expected = property == null ? typeOf(meaning) : API + "format." + property;
    boolean isName = property == null && meaning != null && meaning.contains(".");
    if (expected != null && !(isName && (type == int.class || type == String.class))) {
      assertThat(type.getTypeName()).as("the type of %s", name).isEqualTo(expected);
    }
    if ("minutes".equals(meaning)) {
      return Duration.ofMinutes(Long.parseLong(text));
    }
    // What the server keeps encoded, a person sets as it is.
    return Arguments.of(
        type,
        facts.text("format").equals("urlencoded")
            ? URLDecoder.decode(text, StandardCharsets.UTF_8)
            : text);
  }

  /** The class of a name, a secret or a unit; null where the schema's own type will do. */
  private static @Nullable String typeOf(@Nullable String meaning) {
    if (meaning == null) {
      return null;
    }
    return switch (meaning) {
      case "file" -> Upload.class.getName();
      case "secret" -> Secret.class.getName();
      case "bytes" -> ByteSize.class.getName();
      case "seconds", "minutes" -> Duration.class.getName();
      case "epoch seconds", "epoch seconds, 0 for never" -> Instant.class.getName();
      default -> meaning.contains(".") ? API + meaning : null;
    };
  }
}
