// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.profanity;

import static java.util.stream.Collectors.joining;

import io.beamscribe.speech.transcript.DisplayWord;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The display form of a stored reading as it was before a filter wrote it: what was spoken is still
 * in its words.
 */
public final class Unmasked {
  private static final Pattern TAG = Pattern.compile("</?profanity>");

  private Unmasked() {}

  /**
   * A reading without stars and tags of a filter; the same one if there are none.
   *
   * @param complete whether each word that nothing is displayed for was removed by a filter, and is
   *     to be displayed again
   */
  public static Reading of(Reading reading, boolean complete) {
    List<DisplayWord> shown = new ArrayList<>();
    StringBuilder display = new StringBuilder();
    int at = 0;
    int word = 0;
    boolean gaps = false;
    boolean changed = false;
    for (DisplayWord each : reading.displayWords()) {
      for (; complete && word < each.firstWord(); word++) {
        shown.add(new DisplayWord(reading.words().get(word).text(), word, word + 1));
        gaps = true;
      }
      if (each.text().isEmpty()) {
        gaps = true; // all was removed: the words follow below
        continue;
      }
      String text = plain(each, reading.words());
      changed |= !text.equals(each.text());
      int place = reading.display().indexOf(each.text(), at);
      if (place >= 0) {
        display.append(reading.display(), at, place).append(text);
        at = place + each.text().length();
      }
      shown.add(new DisplayWord(text, each.firstWord(), each.endWord()));
      word = each.endWord();
    }
    int end = complete && !reading.displayWords().isEmpty() ? reading.words().size() : word;
    for (; word < end; word++) {
      shown.add(new DisplayWord(reading.words().get(word).text(), word, word + 1));
      gaps = true;
    }
    if (!changed && !gaps) {
      return reading;
    }
    String text =
        gaps
            ? shown.stream().map(DisplayWord::text).collect(joining(" "))
            : display.append(reading.display().substring(at)).toString();
    return new Reading(
        reading.lexical(),
        reading.itn(),
        reading.itn(),
        text,
        reading.confidence(),
        reading.words(),
        shown);
  }

  private static String plain(DisplayWord shown, List<Word> words) {
    String text = TAG.matcher(shown.text()).replaceAll("");
    if (text.indexOf('*') < 0 || shown.endWord() - shown.firstWord() != 1) {
      return text;
    }
    String word = words.get(shown.firstWord()).text();
    int first = 0;
    while (first < text.length() && !Character.isLetterOrDigit(text.codePointAt(first))) {
      first++;
    }
    for (int i = 0; i < word.length(); i++) {
      int place = first + i;
      if (place >= text.length()
          || text.charAt(place) != '*'
              && Character.toLowerCase(text.charAt(place))
                  != Character.toLowerCase(word.charAt(i))) {
        return text; // its stars are not of a filter
      }
    }
    StringBuilder plain = new StringBuilder(text);
    for (int i = 0; i < word.length(); i++) {
      if (text.charAt(first + i) == '*') {
        plain.setCharAt(first + i, word.charAt(i));
      }
    }
    return plain.toString();
  }
}
