// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Our command lines in a page of Markdown: in code blocks and inline. */
final class DocLines {
  private static final Pattern BLOCK = Pattern.compile("^```\\w*\\n(.*?)^```", blocks());
  private static final Pattern INLINE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern CALL = Pattern.compile("bin/(beamscribe|flink-local) \\S.*");

  private DocLines() {}

  static List<String> of(String page) {
    Stream<String> code =
        BLOCK
            .matcher(page)
            .results()
            .flatMap(block -> block.group(1).replaceAll("\\\\\\n\\s*", "").lines())
            .map(line -> line.replaceFirst("^\\$ ", ""));
    Stream<String> inline =
        INLINE.matcher(BLOCK.matcher(page).replaceAll("")).results().map(DocLines::content);
    return Stream.concat(code, inline).filter(line -> CALL.matcher(line).find()).toList();
  }

  private static String content(MatchResult match) {
    return match.group(1);
  }

  private static int blocks() {
    return Pattern.DOTALL | Pattern.MULTILINE;
  }
}
