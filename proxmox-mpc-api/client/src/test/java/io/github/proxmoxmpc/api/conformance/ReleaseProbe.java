package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.error.UnsupportedVersionException;
import io.github.proxmoxmpc.api.value.ServerVersion;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** A user and a server of some release: each part is sent by a call, and either comes or not. */
final class ReleaseProbe implements AutoCloseable {
  private final Player player;
  private final ProxmoxClient client;
  private final Map<String, UserCall> calls = new LinkedHashMap<>();
  private final Map<String, String> answers = new LinkedHashMap<>();

  ReleaseProbe(ServerVersion release) throws IOException, ReflectiveOperationException {
    player = new Player(release + "-1");
    client = player.client();
    Map<String, Map<String, Facts>> gone = SchemaFile.goneParts();
    for (Operation operation : SchemaFile.everyOperation()) {
      String title = operation.title();
      PartTexts texts = new PartTexts(operation, gone.getOrDefault(title, Map.of()));
      calls.put(title, new UserCall(operation, texts, client.api()));
      answers.put(title, "{\"data\":" + ResultText.whole().of(operation.returns()) + "}");
    }
  }

  /** How the client refuses a part; null where it comes to the server, and the answer is read. */
  @Nullable String refusal(Part part) throws ReflectiveOperationException, IOException {
    String title = part.operation();
    player.play(title, answers.get(title));
    try {
      Verbs.close(Objects.requireNonNull(calls.get(title), title).with(part));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof UnsupportedVersionException refusal) {
        assertThat(player.request()).as("sent for %s", part).isNull();
        return withTemplate(title, refusal.getMessage());
      }
      throw new AssertionError(part + ": " + e.getCause(), e);
    }
    assertCame(part, Objects.requireNonNull(player.request()));
    return null;
  }

  /** Returns the message with the operation as the schema writes it, in place of the real path. */
  private static String withTemplate(String title, String message) {
    String beginning = "Cannot send ";
    int end = message.indexOf(": ");
    assertThat(message.substring(0, end))
        .as("the real path of %s", title)
        .startsWith(beginning + title.substring(0, title.indexOf('/')))
        .doesNotContain("{");
    return beginning + title + message.substring(end);
  }

  private static void assertCame(Part part, Request request) throws IOException {
    assertThat(request.method()).isEqualTo(part.operation().split(" ")[0]);
    if (part.isOfPath()) {
      assertThat(request.url().pathSegments()).contains(part.value());
    } else if (part.parameter() != null) {
      String text = Form.pairs(request).getOrDefault(part.wireName(), List.of("nothing")).get(0);
      assertThat(text).as("what came").isNotEqualTo("nothing");
      // A property string with a value of its default key has the other required keys behind it.
      boolean isWhole = part.key() == null && part.value() == null;
      assertThat(isWhole ? text : text.split(",")[0]).as("what came").matches(form(part));
    }
  }

  /** Returns the expected pattern of a parameter, or of the first of its keys. */
  private static Pattern form(Part part) {
    String value = part.value() == null ? ".+" : Pattern.quote(part.value());
    String key = part.key() == null ? "" : Pattern.quote(part.key() + "=");
    return Pattern.compile(key + value, Pattern.DOTALL);
  }

  @Override
  public void close() {
    client.close();
  }
}
