package io.github.proxmoxmpc.iac.hcl;

import io.github.proxmoxmpc.iac.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints bodies with the templates of {@code hcl.stg}. Computes the widths of names, so that the
 * equals signs of consecutive lines are aligned.
 */
final class HclPrinter {
  private HclPrinter() {}

  static String print(HclBody body) {
    return new Template(HclPrinter.class, "hcl.stg", "file").render(Map.of("items", itemsOf(body)));
  }

  private static List<Map<String, Object>> itemsOf(HclBody body) {
    List<Map<String, Object>> models = new ArrayList<>();
    List<HclItem> items = body.items();
    for (int i = 0; i < items.size(); i++) {
      HclItem item = items.get(i);
      if (item instanceof HclItem.Attribute attribute) {
        models.add(attributeOf(attribute, widthAround(items, i)));
      } else if (item instanceof HclItem.Block block) {
        models.add(blockOf(block));
      } else if (item instanceof HclItem.Comment comment) {
        models.add(Map.of("template", "comment", "text", HclText.comment(comment.text())));
      } else if (item instanceof HclItem.Disabled disabled) {
        models.add(Map.of("template", "disabled", "lines", linesOf(disabled)));
      } else {
        models.add(Map.of("template", "blank"));
      }
    }
    return models;
  }

  private static List<String> linesOf(HclItem.Disabled disabled) {
    return print(disabled.body()).lines().map(line -> line.isEmpty() ? "#" : "# " + line).toList();
  }

  /** Returns the longest name among the adjacent one-line attributes. */
  private static int widthAround(List<HclItem> items, int index) {
    if (!isOneLine(items.get(index))) {
      return 0;
    }
    int first = index;
    while (first > 0 && isOneLine(items.get(first - 1))) {
      first--;
    }
    int width = 0;
    for (int i = first; i < items.size() && isOneLine(items.get(i)); i++) {
      width = Math.max(width, ((HclItem.Attribute) items.get(i)).name().length());
    }
    return width;
  }

  private static boolean isOneLine(HclItem item) {
    return item instanceof HclItem.Attribute attribute
        && !(attribute.value() instanceof HclValue.TextMap)
        && !(attribute.value() instanceof HclValue.ObjectValue)
        && !(attribute.value() instanceof HclValue.ReasonedList);
  }

  private static Map<String, Object> attributeOf(HclItem.Attribute attribute, int width) {
    return Map.of(
        "template",
        "attribute",
        "name",
        pad(attribute.name(), width),
        "value",
        valueOf(attribute.value()));
  }

  private static String pad(String name, int width) {
    return name + " ".repeat(Math.max(0, width - name.length()));
  }

  private static Map<String, Object> blockOf(HclItem.Block block) {
    String head =
        block.labels().stream()
            .map(HclText::quote)
            .collect(Collectors.joining(" ", block.type() + " ", ""))
            .strip();
    List<Map<String, Object>> items = itemsOf(block.body());
    return items.isEmpty()
        ? Map.of("template", "emptyBlock", "head", head)
        : Map.of("template", "block", "head", head, "items", items);
  }

  private static Map<String, Object> valueOf(HclValue value) {
    if (value instanceof HclValue.Text text) {
      return line(HclText.quote(text.text()));
    } else if (value instanceof HclValue.Number number) {
      return line(number.value().toPlainString());
    } else if (value instanceof HclValue.Flag flag) {
      return line(flag == HclValue.Flag.TRUE ? "true" : "false");
    } else if (value instanceof HclValue.TextList list) {
      return line(
          list.texts().stream().map(HclText::quote).collect(Collectors.joining(", ", "[", "]")));
    } else if (value instanceof HclValue.TextMap map) {
      return mapOf(map);
    } else if (value instanceof HclValue.ObjectValue object) {
      return Map.of("template", "object", "items", itemsOf(object.body()));
    } else if (value instanceof HclValue.ReasonedList list) {
      return listOf(list);
    } else if (value instanceof HclValue.Expression expression) {
      return line(expression.source());
    }
    throw new IllegalArgumentException("Cannot print " + value);
  }

  private static Map<String, Object> line(String text) {
    return Map.of("template", "line", "text", text);
  }

  private static Map<String, Object> mapOf(HclValue.TextMap map) {
    List<String> names = map.texts().keySet().stream().map(HclText::quote).toList();
    int width = names.stream().mapToInt(String::length).max().orElse(0);
    List<Map<String, Object>> entries = new ArrayList<>();
    int i = 0;
    for (String text : map.texts().values()) {
      entries.add(
          Map.of(
              "template",
              "attribute",
              "name",
              pad(names.get(i++), width),
              "value",
              line(HclText.quote(text))));
    }
    return Map.of("template", "object", "items", entries);
  }

  private static Map<String, Object> listOf(HclValue.ReasonedList list) {
    List<Map<String, Object>> elements = new ArrayList<>();
    String lastReason = "";
    for (HclValue.Reasoned element : list.elements()) {
      Map<String, Object> model = new HashMap<>();
      if (!element.reason().equals(lastReason)) {
        lastReason = element.reason();
        model.put("reason", HclText.comment(lastReason));
      }
      model.put("text", element.expression());
      elements.add(model);
    }
    return Map.of("template", "reasonedList", "elements", elements);
  }
}
