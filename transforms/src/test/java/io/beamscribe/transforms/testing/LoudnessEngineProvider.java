// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.testing;

import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineAbility;
import io.beamscribe.speech.recognition.EngineProvider;
import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * An engine that takes loud speech for the first candidate (Korean if there is none) and the rest
 * for the second, and whose text is how it was called: it shows how segments were routed, and
 * nothing about recognition. Its model named {@code deaf} identifies no languages.
 */
public final class LoudnessEngineProvider implements EngineProvider {
  /** Above it speech is loud. */
  static final float LOUD = 8000;

  /** Milliseconds of a word. */
  private static final long WORD = 500;

  @Override
  public String engine() {
    return "loudness";
  }

  @Override
  public Set<EngineAbility> abilities() {
    return Set.of(EngineAbility.WRITES_FOR_READERS);
  }

  @Override
  public Engine open(Path model) {
    return new Loudness(model.getFileName().toString());
  }

  private record Loudness(String model) implements Engine {
    @Override
    public Recognition recognize(List<SpeechSegment> segments, RecognitionOptions options) {
      SpokenLanguage language = options.language();
      List<String> identified =
          switch (language.mode()) {
            case FIXED -> segments.stream().map(segment -> language.locales().get(0)).toList();
            case CONTINUOUS -> identify(segments, language.locales());
            case SINGLE -> {
              String first = identify(segments, language.locales()).get(0);
              yield segments.stream().map(segment -> first).toList();
            }
          };
      String text = model + " " + language.mode() + " " + segments.size();
      List<Phrase> phrases =
          java.util.stream.IntStream.range(0, segments.size())
              .mapToObj(i -> phrase(segments.get(i), identified.get(i), text))
              .toList();
      SpeechSegment first = segments.get(0);
      long start = first.start() / 16;
      Flag flag = new Flag("noSpeech", first.channel(), start, start + 1, "for a test");
      return new Recognition(phrases, List.of(flag));
    }

    private static Phrase phrase(SpeechSegment segment, String locale, String text) {
      long start = segment.start() / 16;
      long end = start + segment.samples().length / 16;
      // Words throughout: what has none is recognised again.
      List<Word> words =
          LongStream.range(0, Math.max(1, (end - start) / WORD))
              .mapToObj(i -> new Word(text, start + i * WORD, start + (i + 1) * WORD, 1))
              .toList();
      return new Phrase(
          segment.channel(), start, end, locale, List.of(Reading.verbatim(text, 1, words)));
    }

    @Override
    public List<String> identify(List<SpeechSegment> segments, List<String> candidates) {
      List<String> known = candidates.isEmpty() ? List.of("ko", "en") : candidates;
      return segments.stream().map(segment -> known.get(loud(segment) ? 0 : 1)).toList();
    }

    private static boolean loud(SpeechSegment segment) {
      float peak = 0;
      for (float sample : segment.samples()) {
        peak = Math.max(peak, Math.abs(sample));
      }
      return peak > LOUD;
    }

    @Override
    public boolean identifiesLanguages() {
      return !model.equals("deaf");
    }

    @Override
    public void close() {}
  }
}
