package io.beamscribe.speech.recognition.vosk;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.Phrase;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import java.util.List;

/**
 * One Vosk model, shared by threads; each segment gets a recogniser of its own, so that nothing
 * that was heard before has a say in it.
 */
final class VoskEngine implements Engine {
  /** Vosk looks for the end of an utterance once a call, so the calls must be short: 0.25 s. */
  private static final int STEP = 4000;

  /** Nobody says a word in 0.1 s, but Vosk hears one in any single frame. */
  private static final int SHORTEST = 1600;

  /**
   * Standard deviation of the noise in steps of 16 bits; docs/recognition.md tells how it is
   * chosen.
   */
  private static final float NOISE = 1;

  private final NativeHandle model;

  VoskEngine(NativeHandle model) {
    this.model = model;
  }

  @Override
  public List<Phrase> recognize(SpeechSegment segment, RecognitionOptions options)
      throws SpeechException {
    requireFinite(segment.samples());
    if (segment.samples().length < SHORTEST) {
      return List.of();
    }
    int wanted = options.alternatives();
    Phrases phrases = new Phrases(segment, wanted);
    try (VoskRecognizer words = new VoskRecognizer(model, 0);
        VoskRecognizer readings =
            wanted > 1 ? new VoskRecognizer(model, NBest.paths(wanted)) : null) {
      SeededNoise noise = new SeededNoise(segment.channel(), NOISE);
      float[] step = new float[STEP];
      for (int at = 0; at < segment.samples().length; at += STEP) {
        int count = Math.min(STEP, segment.samples().length - at);
        System.arraycopy(segment.samples(), at, step, 0, count);
        noise.addTo(step, count, segment.start() + at);
        boolean ended = words.accept(step, count);
        if (readings != null) {
          // Hears the same, hence ends the same; it differs only in what it tells.
          readings.accept(step, count);
        }
        if (ended) {
          phrases.add(Utterance.parse(words.result(), readings == null ? null : readings.result()));
        }
      }
      phrases.add(
          Utterance.parse(words.finalResult(), readings == null ? null : readings.finalResult()));
    }
    return phrases.asList();
  }

  /** A sample that is no number would make all after it unintelligible, without any error. */
  private static void requireFinite(float[] samples) throws SpeechException {
    for (float sample : samples) {
      if (!Float.isFinite(sample)) {
        throw new SpeechException(
            ErrorKind.INVALID_AUDIO, "The audio holds samples that are no finite numbers");
      }
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
