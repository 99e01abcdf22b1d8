// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.hypotheses;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.scoring.references.CtmReader;
import io.beamscribe.speech.scoring.references.ReferenceFiles;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import io.beamscribe.speech.transcript.json.TranscriptJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what was recognised in a file: JSON of ours or of Azure, CTM, SRT, VTT, plain text. */
public final class HypothesisFiles {
  /** Extensions, the one that tells most first. */
  public static final List<String> EXTENSIONS = List.of("json", "ctm", "srt", "vtt", "txt");

  private static final Pattern CUE =
      Pattern.compile(
          "(?:(\\d+):)?(\\d+):(\\d+)[.,](\\d{3})\\s*-->\\s*(?:(\\d+):)?(\\d+):(\\d+)[.,](\\d{3}).*");
  private static final Pattern TAGS = Pattern.compile("<[^>]*>|\\{\\\\[^}]*\\}");

  private HypothesisFiles() {}

  /**
   * Reads a file.
   *
   * @param name of the file, or its address
   * @throws SpeechException if it cannot be understood
   */
  public static Transcript read(String name, byte[] content) throws SpeechException {
    String kind = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (kind.equals("json")) {
      return TranscriptJson.read(content);
    }
    String text =
        ReferenceFiles.text(content)
            .orElseThrow(
                () ->
                    new SpeechException(
                        ErrorKind.INTERNAL, "The transcript is not text in UTF-8 or UTF-16."));
    List<Phrase> phrases =
        switch (kind) {
          case "ctm" -> words(text);
          case "srt", "vtt" -> cues(text);
          default -> List.of(phrase(0, 0, 0, text.strip(), List.of()));
        };
    long end = phrases.stream().mapToLong(Phrase::endMilliseconds).max().orElse(0);
    List<Integer> channels = phrases.stream().map(Phrase::channel).distinct().sorted().toList();
    return new Transcript(name, Instant.EPOCH, end, channels, phrases, null);
  }

  private static Phrase phrase(int channel, long start, long end, String text, List<Word> words) {
    double confidence = words.stream().mapToDouble(Word::confidence).average().orElse(Double.NaN);
    Reading reading = new Reading(text, text, text, text, confidence, words, List.of());
    return new Phrase(channel, start, end, null, List.of(reading));
  }

  private static List<Phrase> words(String text) {
    List<Phrase> phrases = new ArrayList<>();
    CtmReader.words(text)
        .forEach(
            (track, words) ->
                phrases.add(
                    phrase(
                        Math.max(0, track.channel()),
                        words.get(0).startMilliseconds(),
                        words.get(words.size() - 1).endMilliseconds(),
                        words.stream().map(Word::text).collect(Collectors.joining(" ")),
                        words)));
    return phrases;
  }

  private static List<Phrase> cues(String text) {
    List<Phrase> phrases = new ArrayList<>();
    for (String block : text.replace("\r\n", "\n").split("\n[ \t]*\n+")) {
      String[] lines = block.strip().split("\n");
      for (int i = 0; i < lines.length; i++) {
        Matcher cue = CUE.matcher(lines[i].strip());
        if (cue.matches()) {
          String said =
              String.join(" ", List.of(lines).subList(i + 1, lines.length)).replace("&amp;", "&");
          phrases.add(
              phrase(
                  0,
                  time(cue, 1),
                  time(cue, 5),
                  TAGS.matcher(said).replaceAll("").strip(),
                  List.of()));
          break;
        }
      }
    }
    return phrases;
  }

  private static long time(Matcher cue, int group) {
    long hours = cue.group(group) == null ? 0 : Long.parseLong(cue.group(group));
    long minutes = Long.parseLong(cue.group(group + 1));
    long seconds = Long.parseLong(cue.group(group + 2));
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Long.parseLong(cue.group(group + 3));
  }
}
