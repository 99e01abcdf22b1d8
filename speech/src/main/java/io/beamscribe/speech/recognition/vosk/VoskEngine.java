// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.RecognitionStream;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.phrases.PhraseCorrector;
import io.beamscribe.speech.transcript.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One Vosk model. Thread-safe: each call has its own recognisers, so no state carries over from
 * other calls. Vosk cannot favour words without losing its language model, so a phrase list is
 * applied to the recognised words.
 */
final class VoskEngine implements Engine {
  /** No word is as short as 0.1 s, but Vosk recognises one in any single frame. */
  private static final int SHORTEST = SampleRange.RATE / 10;

  private final NativeHandle model;

  /** As a custom model writes them. */
  private final DisplayWords words;

  private final FirstWords first;

  VoskEngine(NativeHandle model, DisplayWords words) {
    this.model = model;
    this.words = words;
    this.first = new FirstWords(model);
  }

  @Override
  public Recognition recognize(List<SpeechSegment> segments, RecognitionOptions options)
      throws SpeechException {
    for (SpeechSegment segment : segments) {
      segment.requireFinite();
    }
    List<Phrase> phrases = new ArrayList<>();
    for (List<SpeechSegment> stream : streams(segments)) {
      phrases.addAll(recognizeStream(stream, options));
    }
    return Recognition.of(phrases.stream().map(written(options)).toList());
  }

  @Override
  public RecognitionStream stream(RecognitionOptions options, boolean early) {
    return new VoskLiveStream(model, options, written(options), first);
  }

  /** Phrases with the words that a custom model writes, and those of a phrase list. */
  private UnaryOperator<Phrase> written(RecognitionOptions options) {
    if (options.phrases().isEmpty()) {
      return words::write;
    }
    PhraseCorrector corrector =
        new PhraseCorrector(options.phrases(), options.language().known().orElse(""));
    return phrase -> corrector.correct(words.write(phrase));
  }

  private List<Phrase> recognizeStream(List<SpeechSegment> stream, RecognitionOptions options)
      throws SpeechException {
    if (length(stream) < SHORTEST) {
      return List.of();
    }
    try (VoskStream recognizer = new VoskStream(model, stream.get(0).channel(), options)) {
      for (SpeechSegment segment : stream) {
        recognizer.accept(segment);
      }
      return recognizer.finish();
    } finally {
      VoskLibrary.returnMemory();
    }
  }

  /** Segments in streams of nearly equal length, so that none is short unless all audio is. */
  private static List<List<SpeechSegment>> streams(List<SpeechSegment> segments) {
    long total = length(segments);
    long count = Math.max(1, (total + VoskStream.LONGEST - 1) / VoskStream.LONGEST);
    List<List<SpeechSegment>> streams = new ArrayList<>();
    long position = 0;
    for (SpeechSegment segment : segments) {
      // The stream in which the middle of the segment falls.
      long stream = (position + segment.samples().length / 2) * count / Math.max(1, total);
      while (streams.size() <= stream) {
        streams.add(new ArrayList<>());
      }
      streams.get(streams.size() - 1).add(segment);
      position += segment.samples().length;
    }
    return streams;
  }

  private static long length(List<SpeechSegment> segments) {
    return segments.stream().mapToLong(segment -> segment.samples().length).sum();
  }

  @Override
  public void close() {
    first.close();
    model.close();
  }
}
