package io.github.proxmoxmpc.simulator.internal.routing;

import io.github.proxmoxmpc.simulator.http.SimulatorRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A form with a file, read as the API daemon reads it: three fields in order, then the file and
 * nothing else. Only the name and size of the file are kept. Since the fields come first, a
 * transport may keep only the beginning of the body.
 */
final class UploadForm {
  // PVE::APIServer::AnyEvent::file_upload_multipart of 9.2.
  private static final List<String> FIELDS = List.of("content", "checksum-algorithm", "checksum");
  private static final String FILE = "filename";
  private static final String KEPT = "tmpfilename";
  private static final String LINE = "\r\n";
  private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME =
      Pattern.compile(
          "^Content-Disposition: form-data; name=\"([^\"]*)\"(?:; filename=\"([^\"]+)\")?",
          Pattern.MULTILINE);

  private UploadForm() {}

  /**
   * Returns the parameters of the form and the path of the stored file, which encodes its size and
   * the checksum that the form asks for.
   *
   * @param query the parameters of the query, which the form overrides
   * @throws RefusalException if the body is not such a form
   */
  static Map<String, @Nullable Object> read(
      SimulatorRequest request, String contentType, Map<String, @Nullable Object> query) {
    if (query.containsKey(KEPT)) {
      throw RefusalException.failure(
          "'" + KEPT + "' query parameter is not allowed for file uploads");
    }
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw new RefusalException(400, "bad request");
    }
    String delimiter = "--" + boundary.group(1);
    List<Part> parts = parts(request.body().string(StandardCharsets.ISO_8859_1), delimiter);
    Map<String, @Nullable Object> values = new TreeMap<>(query);
    int next = 0;
    for (String field : FIELDS) {
      // A field that nothing follows is not found.
      for (int i = next; i < parts.size() - 1; i++) {
        if (parts.get(i).name().equals(field)) {
          values.put(field, parts.get(i).text());
          next = i + 1;
          break;
        }
      }
    }
    if (next == parts.size() || !parts.get(next).name().equals(FILE)) {
      throw RefusalException.failure("upload failed");
    }
    Part file = parts.get(next);
    values.put(FILE, file.fileName());
    long behind = LINE.length() + delimiter.length() + "--".length() + LINE.length();
    long size = Math.max(0, request.bodySize() - file.begin() - behind);
    String checksum = checksum(request.body(), file.begin(), size, values.get(FIELDS.get(1)));
    values.put(KEPT, "/var/tmp/pveupload-" + checksum + String.format(Locale.ROOT, "%032x", size));
    return values;
  }

  /** Returns the checksum of the file, empty if none is wanted or the body was not kept whole. */
  private static String checksum(
      ByteString body, int begin, long size, @Nullable Object algorithm) {
    if (!(algorithm instanceof String name) || body.size() < begin + size) {
      return "";
    }
    try {
      MessageDigest digest = MessageDigest.getInstance(name.replaceFirst("^sha", "sha-"));
      return HexFormat.of()
          .formatHex(digest.digest(body.substring(begin, begin + (int) size).toByteArray()));
    } catch (NoSuchAlgorithmException e) {
      // The check of the parameters refuses it later.
      return "";
    }
  }

  private static List<Part> parts(String body, String delimiter) {
    List<Part> parts = new ArrayList<>();
    int at = body.indexOf(delimiter + LINE);
    while (at >= 0) {
      int head = at + delimiter.length() + LINE.length();
      int begin = body.indexOf(LINE + LINE, head) + 2 * LINE.length();
      if (begin < head) {
        break;
      }
      at = body.indexOf(delimiter + LINE, begin);
      Matcher name = NAME.matcher(body.substring(head, begin));
      if (name.find()) {
        String file = name.group(2);
        String text = at < 0 ? "" : body.substring(begin, at).strip();
        parts.add(new Part(name.group(1), file == null ? "" : file, begin, text));
      }
    }
    return parts;
  }

  /**
   * A part, with one character per byte.
   *
   * @param file the file name, empty if the part is not a file
   * @param begin the offset of the content in the body
   */
  private record Part(String name, String file, int begin, String content) {
    String text() {
      return utf8(content);
    }

    String fileName() {
      return utf8(file).strip();
    }

    private static String utf8(String latin) {
      return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
  }
}
