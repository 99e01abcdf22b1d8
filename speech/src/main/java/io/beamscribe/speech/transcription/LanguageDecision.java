// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.engines.EngineSource;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.SpokenLanguage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One language for a whole file, before its blocks go their ways: the engine hears the longest
 * {@value #SEGMENTS} segments of the first block with speech and of the first one from the middle
 * on, of whichever tracks, and the language of most of that time is the file's. The audio and the
 * options alone decide. Holds one block of one track at a time. Not thread-safe.
 */
final class LanguageDecision {
  private static final int SEGMENTS = 3;

  private final RecognitionSettings settings;
  private final TrackSpeech speech;
  private final EngineSource engines;

  LanguageDecision(RecognitionSettings settings, AudioTools tools, EngineSource engines) {
    this.settings = settings;
    this.speech = new TrackSpeech(settings, tools);
    this.engines = engines;
  }

  /**
   * Whether a file needs a decision of its own: one that is recognised in one call gets it there.
   */
  boolean isNeeded(List<Track> tracks, List<SampleRange> blocks) {
    boolean single = settings.options().language().mode() == SpokenLanguage.Mode.SINGLE;
    boolean oneCall = tracks.size() == 1 && blocks.size() == 1;
    return single && !(oneCall && settings.localeModels().isEmpty());
  }

  /**
   * The locale of a file; empty where nobody speaks.
   *
   * @throws IOException where the engine cannot be had
   */
  Optional<String> of(DecodedAudio audio, List<Track> tracks, List<SampleRange> blocks)
      throws SpeechException, IOException {
    List<SpeechSegment> heard = new ArrayList<>();
    int first = hear(audio, tracks, blocks, 0, heard);
    if (heard.isEmpty()) {
      return Optional.empty();
    }
    hear(audio, tracks, blocks, Math.max(first + 1, blocks.size() / 2), heard);
    List<String> candidates = settings.options().language().locales();
    List<String> languages = LanguageIdentifier.of(settings, engines).identify(heard, candidates);
    Map<String, Long> votes = new LinkedHashMap<>();
    for (int i = 0; i < heard.size(); i++) {
      votes.merge(languages.get(i), (long) heard.get(i).samples().length, Long::sum);
    }
    String decided =
        votes.entrySet().stream()
            .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
            .orElseThrow()
            .getKey();
    return Optional.of(LanguageChoice.of(decided, settings).locale());
  }

  /** Adds the longest segments of the first block with speech from some block on; its index. */
  private int hear(
      DecodedAudio audio,
      List<Track> tracks,
      List<SampleRange> blocks,
      int from,
      List<SpeechSegment> heard)
      throws SpeechException {
    for (int block = from; block < blocks.size(); block++) {
      List<SpeechSegment> segments = new ArrayList<>();
      for (Track track : tracks) {
        segments.addAll(speech.segments(audio, track, blocks.get(block)));
        // Sorting is stable: of equally long ones the first stays first.
        segments.sort(
            Comparator.comparingInt((SpeechSegment segment) -> segment.samples().length)
                .reversed());
        segments.subList(Math.min(SEGMENTS, segments.size()), segments.size()).clear();
      }
      if (!segments.isEmpty()) {
        heard.addAll(segments);
        return block;
      }
    }
    return blocks.size();
  }
}
