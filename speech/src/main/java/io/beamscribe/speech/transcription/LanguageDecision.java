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
import java.util.List;
import java.util.Optional;

/**
 * Identifies one language for a whole file, before its blocks are distributed: from the longest
 * {@value #SEGMENTS} segments of the first block with speech and of the first one from the middle
 * on, of any track, heard together. Only the audio and the options decide. Holds one block of one
 * track at a time. Not thread-safe.
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
   * Whether the language must be identified separately: a file recognised in one call gets it
   * there.
   */
  boolean isNeeded(List<Track> tracks, List<SampleRange> blocks) {
    boolean single = settings.options().language().mode() == SpokenLanguage.Mode.SINGLE;
    boolean oneCall = tracks.size() == 1 && blocks.size() == 1;
    return single && !(oneCall && settings.localeModels().isEmpty());
  }

  /**
   * The locale of a file; empty if nobody speaks.
   *
   * @throws IOException if the engine is unavailable
   */
  Optional<String> of(DecodedAudio audio, List<Track> tracks, List<SampleRange> blocks)
      throws SpeechException, IOException {
    List<SpeechSegment> chosen = new ArrayList<>();
    int first = addSegments(audio, tracks, blocks, 0, chosen);
    if (chosen.isEmpty()) {
      return Optional.empty();
    }
    addSegments(audio, tracks, blocks, Math.max(first + 1, blocks.size() / 2), chosen);
    List<String> candidates = settings.options().language().locales();
    String decided = LanguageIdentifier.of(settings, engines).identifyTogether(chosen, candidates);
    return Optional.of(LanguageChoice.of(decided, settings).locale());
  }

  /**
   * Adds the longest segments of the first block with speech from a given block on; returns its
   * index.
   */
  private int addSegments(
      DecodedAudio audio,
      List<Track> tracks,
      List<SampleRange> blocks,
      int from,
      List<SpeechSegment> chosen)
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
        chosen.addAll(segments);
        return block;
      }
    }
    return blocks.size();
  }
}
