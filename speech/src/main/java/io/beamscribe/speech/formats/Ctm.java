// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.formats;

import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * NIST's time-marked conversation format: file, channel from 1, start and duration in seconds,
 * word, confidence; a line a word, by channel, then by time. The file is the name of the audio
 * without folders and extension, as references (STM) name it. Fields are separated by spaces, so a
 * space within a name or word becomes an underscore; a name that would start a comment loses its
 * semicolons. Words of phrases without word times share the phrase's time by their length.
 */
final class Ctm {
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");

  private Ctm() {}

  static String of(Transcript transcript) {
    String file = file(transcript.source());
    StringBuilder lines = new StringBuilder();
    for (Phrase phrase : transcript.phrases()) {
      for (Word word : SpokenWords.of(phrase)) {
        String text = field(word.text().strip());
        if (text.isEmpty()) {
          continue;
        }
        double seconds = word.startMilliseconds() / 1000.0;
        double duration = word.durationMilliseconds() / 1000.0;
        lines.append(
            String.format(
                Locale.ROOT,
                "%s %d %.3f %.3f %s %.6f\n",
                file,
                phrase.channel() + 1,
                seconds,
                duration,
                text,
                word.confidence()));
      }
    }
    return lines.toString();
  }

  /** A text without spaces, which separate fields. */
  static String field(String text) {
    return SPACES.matcher(text).replaceAll("_");
  }

  /** What scoring tools call the audio at an address. */
  static String file(String source) {
    String name = source.substring(source.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    String base = dot > 0 ? name.substring(0, dot) : name;
    String safe = field(base).replaceFirst("^;+", "_");
    return safe.isEmpty() ? "audio" : safe;
  }
}
