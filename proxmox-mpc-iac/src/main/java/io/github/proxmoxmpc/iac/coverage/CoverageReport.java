package io.github.proxmoxmpc.iac.coverage;

import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.iac.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Prints a coverage report with the templates of {@code coverage.stg}. */
final class CoverageReport {
  private CoverageReport() {}

  static String markdown(Coverage coverage) {
    return print("markdown", coverage, CoverageReport::cell);
  }

  static String json(Coverage coverage) {
    return print("json", coverage, CoverageReport::quoted);
  }

  private static String print(String name, Coverage coverage, UnaryOperator<String> quoting) {
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("guests", guestsOf(coverage, quoting));
    arguments.put("warnings", warningsOf(coverage, quoting));
    arguments.put("total", coverage.guests().size());
    arguments.put("readable", coverage.readable());
    for (CoverageOutcome outcome : CoverageOutcome.values()) {
      arguments.put(outcome.name(), coverage.count(outcome));
    }
    return new Template(CoverageReport.class, "coverage.stg", name).render(arguments);
  }

  private static List<Map<String, Object>> guestsOf(
      Coverage coverage, UnaryOperator<String> quoting) {
    List<Map<String, Object>> models = new ArrayList<>();
    for (GuestCoverage guest : coverage.guests()) {
      Map<String, Object> model = new HashMap<>();
      model.put("kind", quoting.apply(guest.kind()));
      model.put("vmid", guest.vmid().toString());
      model.put("node", quoting.apply(guest.node().value()));
      putIfPresent(model, "name", guest.name(), quoting);
      model.put("address", quoting.apply(guest.address()));
      model.put("readable", guest.readable());
      model.put("unsupportedFeatures", guest.unsupportedFeatures().stream().map(quoting).toList());
      model.put("entries", guest.entries().stream().map(e -> entryOf(e, quoting)).toList());
      models.add(model);
    }
    return models;
  }

  private static Map<String, Object> entryOf(CoverageEntry entry, UnaryOperator<String> quoting) {
    Map<String, Object> model = new HashMap<>();
    model.put("key", quoting.apply(entry.key()));
    putIfPresent(model, "property", entry.property(), quoting);
    model.put("fullName", quoting.apply(entry.name()));
    model.put("outcome", quoting.apply(entry.outcome().name()));
    putIfPresent(model, "attribute", entry.attribute(), quoting);
    putIfPresent(model, "note", entry.note().isEmpty() ? null : entry.note(), quoting);
    return model;
  }

  private static List<Map<String, Object>> warningsOf(
      Coverage coverage, UnaryOperator<String> quoting) {
    List<Map<String, Object>> models = new ArrayList<>();
    for (CoverageWarning warning : coverage.warnings()) {
      models.add(
          Map.of(
              "kind",
              quoting.apply(warning.kind().name()),
              "vmid",
              warning.vmid().toString(),
              "text",
              quoting.apply(warning.text())));
    }
    return models;
  }

  private static void putIfPresent(
      Map<String, Object> model,
      String name,
      @Nullable String text,
      UnaryOperator<String> quoting) {
    if (text != null) {
      model.put(name, quoting.apply(text));
    }
  }

  private static String quoted(String text) {
    return new JsonString(text).toString();
  }

  /** Escapes a text for one cell of a Markdown table. */
  private static String cell(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                out.append(' ');
              } else {
                if ("\\`*{}[]<>#|!&~".indexOf(c) >= 0) {
                  out.append('\\');
                }
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
