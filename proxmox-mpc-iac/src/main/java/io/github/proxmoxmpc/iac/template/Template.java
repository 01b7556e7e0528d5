package io.github.proxmoxmpc.iac.template;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.Objects;
import org.stringtemplate.v4.AutoIndentWriter;
import org.stringtemplate.v4.ST;
import org.stringtemplate.v4.STGroupFile;

/** Renders a template of a group file identically on every platform. Not thread-safe. */
public final class Template {
  private final ST template;

  /**
   * Loads a template from a group file.
   *
   * @param owner the class in the same package as the group file
   * @param file the name of the group file
   * @param name the name of the template
   */
  public Template(Class<?> owner, String file, String name) {
    URL url = Objects.requireNonNull(owner.getResource(file), file);
    // A group caches compiled templates and is not thread-safe while it compiles.
    this.template = new STGroupFile(url, "UTF-8", '<', '>').getInstanceOf(name);
  }

  /** Renders the template with these arguments. Lines end with {@code \n}. */
  public String render(Map<String, ?> arguments) {
    arguments.forEach(template::add);
    StringWriter out = new StringWriter();
    try {
      template.write(new AutoIndentWriter(out, "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException("A StringWriter cannot fail", e);
    }
    return out.toString();
  }
}
