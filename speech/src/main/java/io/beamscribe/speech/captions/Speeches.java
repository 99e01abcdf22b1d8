// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import io.beamscribe.speech.text.TextWidth;
import io.beamscribe.speech.transcript.CaptionOptions;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Transcript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The speech of a transcript, by channel. */
final class Speeches {
  /** How long after the end of speech its subtitle may meet that of other speech. */
  private static final long NEAR_MILLISECONDS =
      SubtitleRules.HANG_MILLISECONDS + SubtitleRules.LEAD_MILLISECONDS;

  private final Transcript transcript;
  private final CaptionOptions options;
  private final Map<Integer, List<Speech>> all = new HashMap<>();

  private Speeches(Transcript transcript, CaptionOptions options) {
    this.transcript = transcript;
    this.options = options;
  }

  static Speeches of(Transcript transcript, CaptionOptions options) {
    Speeches speeches = new Speeches(transcript, options);
    for (int channel : transcript.channels()) {
      speeches.all.put(channel, speeches.find(channel));
    }
    speeches.findInterrupted();
    return speeches;
  }

  /** The speech of a channel, in order of time. */
  List<Speech> of(int channel) {
    return all.getOrDefault(channel, List.of());
  }

  private List<Speech> find(int channel) {
    List<Phrase> phrases =
        transcript.phrases().stream()
            .filter(phrase -> phrase.channel() == channel)
            .sorted(Comparator.comparingLong(Phrase::startMilliseconds))
            .toList();
    List<Speech> speeches = new ArrayList<>();
    List<Long> free = new ArrayList<>(); // of each lane
    Script script = Script.OTHER;
    for (Phrase phrase : phrases) {
      String language = Languages.of(phrase, transcript);
      script = Script.of(phrase.best().display(), language, script);
      SubtitleRules rules = SubtitleRules.of(script, options);
      String label = shortened(transcript.label(phrase).orElse(""), labelColumns(rules));
      List<TimedPiece> said =
          TimedPiece.of(phrase, rules.columns() - TextWidth.of(Cue.prefix(label)));
      if (said.isEmpty()) {
        continue;
      }
      long start = said.get(0).start();
      Speech last = speeches.isEmpty() ? null : speeches.get(speeches.size() - 1);
      if (last == null
          || !last.label().equals(label)
          || last.script() != script
          || !isFree(free.get(last.lane()), start)) {
        last = new Speech(label, lane(free, start), script, rules);
        speeches.add(last);
      }
      last.add(said, Joints.of(said, language), free.get(last.lane()));
      free.set(last.lane(), last.end());
    }
    return speeches;
  }

  private static boolean isFree(long until, long start) {
    return start >= until - Speech.OVERLAP_MILLISECONDS;
  }

  /** The first lane that is free, or a new one. */
  private static int lane(List<Long> free, long start) {
    for (int lane = 0; lane < free.size(); lane++) {
      if (isFree(free.get(lane), start)) {
        return lane;
      }
    }
    free.add(0L);
    return free.size() - 1;
  }

  /** Marks speech during which, or nearly, other speech begins. */
  private void findInterrupted() {
    List<Speech> byTime =
        all.values().stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparingLong(Speech::start))
            .toList();
    Set<Speech> marked = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Speech> open = new ArrayList<>();
    for (Speech speech : byTime) {
      open.removeIf(other -> other.end() + NEAR_MILLISECONDS < speech.start());
      for (Speech other : open) {
        marked.add(other);
        marked.add(speech);
      }
      open.add(speech);
    }
    all.replaceAll(
        (channel, speeches) ->
            speeches.stream().map(speech -> speech.interrupted(marked.contains(speech))).toList());
  }

  /** So many that about half of the first line is for words, but enough for a number. */
  private static int labelColumns(SubtitleRules rules) {
    return Math.max(rules.columns() / 2 - 2, "Speaker 10".length());
  }

  /** A label of so many columns. */
  private static String shortened(String label, int columns) {
    if (TextWidth.of(label) <= columns) {
      return label;
    }
    int end = label.length();
    while (TextWidth.of(label.substring(0, end)) >= columns) {
      end = label.offsetByCodePoints(end, -1);
    }
    return label.substring(0, end).strip() + "…";
  }
}
