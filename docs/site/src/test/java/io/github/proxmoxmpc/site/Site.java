package io.github.proxmoxmpc.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The generated site with its pages and links. */
final class Site {
  private final Path root = Path.of(System.getProperty("site")).toAbsolutePath().normalize();
  private final Map<Path, Document> read = new ConcurrentHashMap<>();

  /** Returns a page by its path below the root. */
  Document page(String path) {
    return page(root.resolve(path));
  }

  private Document page(Path file) {
    return read.computeIfAbsent(file, Site::parse);
  }

  private static Document parse(Path file) {
    try {
      return Jsoup.parse(file, "UTF-8", file.toUri().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the text of a file that is not a page. */
  String text(String path) {
    try {
      return Files.readString(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the paths of all pages below the root. */
  List<String> pages() {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".html"))
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns whether a link stays within the site. */
  static boolean isInternal(Element link) {
    return link.absUrl("href").startsWith("file:");
  }

  /** Returns the target of a link, empty if the page or the anchor does not exist. */
  Optional<Element> target(Element link) {
    URI uri = URI.create(link.absUrl("href").replace("{", "%7B").replace("}", "%7D"));
    Path file = Path.of(URI.create("file://" + uri.getRawPath()));
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Document page = page(file);
    String anchor = uri.getFragment();
    return Optional.ofNullable(
        anchor == null || anchor.isEmpty() ? page.body() : page.getElementById(anchor));
  }
}
