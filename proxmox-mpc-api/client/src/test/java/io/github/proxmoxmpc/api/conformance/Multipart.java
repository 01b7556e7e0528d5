package io.github.proxmoxmpc.api.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a multipart form like pveproxy does: texts first, each without a header of its own, then
 * one file. Here the name of the file is its content.
 */
final class Multipart {
  private static final Pattern TYPE = Pattern.compile("multipart/form-data; boundary=(\\S+)");
  private static final Pattern TEXT =
      Pattern.compile("Content-Disposition: form-data; name=\"([^\"]+)\"\r\n\r\n(.*)\r\n");
  private static final Pattern FILE =
      Pattern.compile(
          "Content-Disposition: form-data; name=\"([^\"]+)\"; filename=\"([^\"]+)\"\r\n"
              + "Content-Type: application/octet-stream\r\n\r\n(.*)\r\n");

  private Multipart() {}

  /**
   * The values of each name in their order; of a file its name.
   *
   * @param bytes the body, one character a byte
   */
  static Map<String, List<String>> pairs(String contentType, String bytes) {
    String body = new String(bytes.getBytes(ISO_8859_1), UTF_8);
    Matcher type = TYPE.matcher(contentType);
    assertThat(type.matches()).as(contentType).isTrue();
    String boundary = "--" + type.group(1);
    assertThat(body).startsWith(boundary + "\r\n").endsWith("\r\n" + boundary + "--\r\n");
    String inner =
        body.substring(
            boundary.length() + 2, body.length() - boundary.length() - "--\r\n".length());
    List<String> parts = List.of(inner.split(Pattern.quote(boundary) + "\r\n"));
    Map<String, List<String>> pairs = new LinkedHashMap<>();
    for (String part : parts.subList(0, parts.size() - 1)) {
      Matcher text = TEXT.matcher(part);
      assertThat(text.matches()).as(part).isTrue();
      pairs.computeIfAbsent(text.group(1), name -> new ArrayList<>()).add(text.group(2));
    }
    Matcher file = FILE.matcher(parts.get(parts.size() - 1));
    assertThat(file.matches()).as(parts.get(parts.size() - 1)).isTrue();
    // WHATWG, multipart/form-data: a quote in a name is escaped, and nothing else that is here.
    String name = file.group(2).replace("%22", "\"");
    assertThat(file.group(3)).isEqualTo(name);
    pairs.put(file.group(1), List.of(name));
    return pairs;
  }
}
