// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Links from one document to another, and to the headings in it, as the pages of GitHub have them.
 */
class LinksTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
  private static final Pattern MADE = Pattern.compile("target|cls|[.].*");

  @Test
  void leadToWhatIsThere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents(ROOT)) {
      Matcher links = LINK.matcher(Files.readString(document));
      while (links.find()) {
        if (!links.group(1).contains("://") && !leads(document, links.group(1))) {
          broken.add(ROOT.relativize(document) + " to " + links.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static boolean leads(Path document, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
    return Files.exists(target)
        && (parts.length == 1
            || !target.toString().endsWith(".md")
            || anchors(target).contains(parts[1]));
  }

  private static Set<String> anchors(Path document) throws IOException {
    Set<String> anchors = new HashSet<>();
    Matcher headings = HEADING.matcher(Files.readString(document));
    while (headings.find()) {
      anchors.add(
          headings
              .group(1)
              .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N}_ -]", "")
              .replace(' ', '-'));
    }
    return anchors;
  }

  private static List<Path> documents(Path folder) throws IOException {
    List<Path> documents = new ArrayList<>();
    List<Path> entries;
    try (Stream<Path> all = Files.list(folder)) {
      entries = all.sorted().toList();
    }
    for (Path entry : entries) {
      if (Files.isDirectory(entry)) {
        if (!MADE.matcher(entry.getFileName().toString()).matches()) {
          documents.addAll(documents(entry));
        }
      } else if (entry.toString().endsWith(".md")) {
        documents.add(entry);
      }
    }
    return documents;
  }
}
