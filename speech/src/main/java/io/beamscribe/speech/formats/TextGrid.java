// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.formats;

import io.beamscribe.speech.formats.Tier.Span;
import io.beamscribe.speech.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Praat's TextGrid in its long form: for each speaker a tier of phrases and one of words. Intervals
 * fill each tier from 0 to the end, with empty text where nothing is said; quotes are doubled. Not
 * thread-safe.
 */
final class TextGrid {
  private final StringBuilder file = new StringBuilder();
  private final long end;

  private TextGrid(long end) {
    this.end = end;
  }

  static String of(Transcript transcript) {
    List<Tier> tiers = Tier.of(transcript);
    long end = Math.max(1, transcript.durationMilliseconds());
    for (Tier tier : tiers) {
      for (Tier.Said said : tier.phrases()) {
        end = Math.max(end, said.phrase().end());
      }
    }
    return new TextGrid(end).write(tiers.isEmpty() ? List.of(new Tier("", List.of())) : tiers);
  }

  private String write(List<Tier> tiers) {
    file.append("File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n");
    file.append("xmin = 0\nxmax = ").append(seconds(end)).append("\ntiers? <exists>\n");
    file.append("size = ").append(2 * tiers.size()).append("\nitem []:\n");
    int item = 1;
    for (Tier tier : tiers) {
      List<Span> phrases = tier.phrases().stream().map(Tier.Said::phrase).toList();
      List<Span> words = tier.phrases().stream().flatMap(each -> each.words().stream()).toList();
      write(item++, tier.label().isEmpty() ? "phrases" : tier.label(), phrases);
      write(item++, tier.label().isEmpty() ? "words" : tier.label() + " words", words);
    }
    return file.toString();
  }

  private void write(int item, String name, List<Span> said) {
    List<Span> spans = tiled(said);
    file.append("    item [").append(item).append("]:\n");
    file.append("        class = \"IntervalTier\"\n");
    file.append("        name = ").append(quoted(name)).append('\n');
    file.append("        xmin = 0\n        xmax = ").append(seconds(end)).append('\n');
    file.append("        intervals: size = ").append(spans.size()).append('\n');
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      file.append("        intervals [").append(i + 1).append("]:\n");
      file.append("            xmin = ").append(seconds(span.start())).append('\n');
      file.append("            xmax = ").append(seconds(span.end())).append('\n');
      file.append("            text = ").append(quoted(span.text())).append('\n');
    }
  }

  private List<Span> tiled(List<Span> said) {
    List<Span> tiled = new ArrayList<>();
    long at = 0;
    for (Span span : said) {
      if (span.start() > at) {
        tiled.add(new Span("", at, span.start()));
      }
      tiled.add(span);
      at = span.end();
    }
    if (at < end) {
      tiled.add(new Span("", at, end));
    }
    return tiled;
  }

  private static String seconds(long milliseconds) {
    return milliseconds == 0 ? "0" : String.format(Locale.ROOT, "%.3f", milliseconds / 1000.0);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
