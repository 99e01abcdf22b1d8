// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import io.beamscribe.speech.text.LowerCase;
import io.beamscribe.speech.text.itn.InverseTextNormalizer;
import io.beamscribe.speech.transcript.DisplayWord;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Puts the phrases of a speaker together. Not thread-safe. */
public final class Stretches {
  private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}+@_]+|[^\\p{L}\\p{N}/_]+$");

  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();
  private final String locale;
  private int phrases;

  /**
   * Begins a stretch.
   *
   * @param locale of what is said, as a BCP-47 tag
   */
  public Stretches(String locale) {
    this.locale = locale;
  }

  /**
   * Adds a phrase.
   *
   * @param apart whether a long pause stands before it
   */
  public void add(List<Word> words, boolean apart) {
    List<String> spoken = words.stream().map(Word::text).toList();
    boolean first = true;
    for (DisplayWord written : InverseTextNormalizer.of(locale).write(spoken)) {
      // what is written with spaces, as 10:30 PM, is several pieces of the same words
      for (String part : written.text().strip().split("\\s+")) {
        if (!text.isEmpty()) {
          text.append(first ? '\n' : ' ');
        }
        for (String each : NumberEdges.divide(part)) {
          add(each, written, first && apart);
          first = false;
        }
      }
    }
    phrases++;
  }

  private void add(String part, DisplayWord written, boolean apart) {
    int start = text.length();
    text.append(part);
    String plain = EDGES.matcher(LowerCase.of(part, locale)).replaceAll("");
    pieces.add(
        new Piece(
            plain, start, text.length(), phrases, written.firstWord(), written.endWord(), apart));
  }

  /** All that was added. */
  public Stretch stretch() {
    return new Stretch(text.toString(), pieces, locale);
  }
}
