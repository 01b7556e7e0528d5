package io.github.proxmoxmpc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks that the Javadoc site leads from a REST path to the Java call. */
class RestPathsIT {
  private static final String REST_PATHS =
      "io/github/proxmoxmpc/api/rest/doc-files/rest-paths.html";

  private static final SchemaFile SCHEMA = SchemaFile.read();
  private static final Site SITE = new Site();
  private static final Map<String, Element> ROWS = new TreeMap<>();

  @BeforeAll
  static void readThePage() {
    for (Element row : SITE.page(REST_PATHS).select("tbody tr")) {
      ROWS.put(row.select("th").text(), row);
    }
  }

  @Test
  void everyOperationLinksToTheMethodThatDocumentsIt() {
    List<String> lost = SCHEMA.titles().stream().filter(title -> !isFound(title)).toList();

    int all = SCHEMA.titles().size();
    System.out.printf(
        "site: %d of %d operations found by path, %d pages%n",
        all - lost.size(), all, SITE.pages().size());
    assertThat(lost).isEmpty();
    assertThat(all).isGreaterThan(600);
  }

  private static boolean isFound(String title) {
    return Optional.ofNullable(ROWS.get(title))
        .map(row -> row.selectFirst("td a"))
        .flatMap(SITE::target)
        .filter(method -> method.select("code").eachText().contains(title))
        .isPresent();
  }

  @Test
  void theSearchBoxFindsEveryOperation() {
    String index = SITE.text("tag-search-index.js");

    assertThat(SCHEMA.titles()).allMatch(title -> index.contains("\"l\":\"" + title + "\""));
  }

  @Test
  void aRemovedOperationNamesTheReleaseThatRemovedIt() {
    SCHEMA
        .goneIn()
        .forEach(
            (title, release) ->
                assertThat(ROWS)
                    .hasEntrySatisfying(
                        title, row -> assertThat(row.text()).endsWith("gone in " + release)));
    assertThat(SCHEMA.goneIn()).isNotEmpty();
    assertThat(SCHEMA.goneIn().keySet()).allMatch(RestPathsIT::isFound);
    assertThat(ROWS).hasSize(SCHEMA.titles().size() + SCHEMA.goneIn().size());
  }

  @Test
  void noLinkOfTheEntryPagesIsBroken() {
    List<String> broken = new ArrayList<>();
    for (String page : SITE.pages()) {
      if (page.equals("index.html")
          || page.equals(REST_PATHS)
          || page.endsWith("/package-summary.html")) {
        for (Element link : SITE.page(page).select("a[href]")) {
          if (Site.isInternal(link) && SITE.target(link).isEmpty()) {
            broken.add(page + ": " + link.attr("href"));
          }
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyPageLinksToTheRestPaths() {
    for (String page : List.of("index.html", "io/github/proxmoxmpc/ProxmoxMpc.html")) {
      assertThat(SITE.page(page).select("header a").eachText()).as(page).contains("REST paths");
    }
  }

  @Test
  void internalPackagesHaveNoPages() {
    assertThat(SITE.pages()).noneMatch(page -> page.contains("/internal/"));
  }
}
