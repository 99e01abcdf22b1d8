// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.references;

import io.beamscribe.speech.scoring.conversations.TimedWord;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** NIST's time-marked conversations: file, channel, start, duration, word, confidence. */
public final class CtmReader {
  private static final int CELLS = 5;

  private CtmReader() {}

  /** Words of a file, by file and channel. */
  public record Track(String file, int channel) {}

  /** As references: an utterance for each channel of each file. */
  static References references(String content) {
    References.Builder all = new References.Builder();
    words(content, all)
        .forEach(
            (track, words) ->
                all.add(
                    new Utterance(
                        track.file(),
                        track.channel(),
                        "",
                        "",
                        words.get(0).startMilliseconds() / 1e3,
                        words.get(words.size() - 1).endMilliseconds() / 1e3,
                        words.stream().map(Word::text).collect(Collectors.joining(" ")),
                        words.stream()
                            .map(
                                word ->
                                    new TimedWord(
                                        word.text(),
                                        word.startMilliseconds() / 1e3,
                                        word.endMilliseconds() / 1e3))
                            .toList())));
    return all.build();
  }

  /** The words of each track; lines that cannot be read are left out. */
  public static Map<Track, List<Word>> words(String content) {
    return words(content, new References.Builder());
  }

  private static Map<Track, List<Word>> words(String content, References.Builder all) {
    Map<Track, List<Word>> tracks = new LinkedHashMap<>();
    String[] lines = content.split("\r?\n|\r", -1);
    for (int i = 0; i < lines.length; i++) {
      String[] cells = lines[i].strip().split("\\s+");
      if (cells[0].isEmpty() || cells[0].startsWith(";;")) {
        continue;
      }
      try {
        if (cells.length < CELLS) {
          all.bad(i + 1, "", "The line has too few columns.");
          continue;
        }
        double start = Double.parseDouble(cells[2]);
        double end = start + Double.parseDouble(cells[3]);
        double confidence = cells.length > CELLS ? Double.parseDouble(cells[5]) : Double.NaN;
        tracks
            .computeIfAbsent(
                new Track(cells[0], StmReader.channel(cells[1])), key -> new ArrayList<>())
            .add(new Word(cells[4], Math.round(start * 1e3), Math.round(end * 1e3), confidence));
      } catch (NumberFormatException e) {
        all.bad(i + 1, cells[0], "Start, duration and confidence are numbers.");
      }
    }
    return tracks;
  }
}
