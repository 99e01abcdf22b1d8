package io.beamscribe.speech.recognition.vosk;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.Phrase;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import java.util.ArrayList;
import java.util.List;

/**
 * One Vosk model, shared by threads. Each call has recognisers of its own, so that nothing that was
 * heard in other calls has a say in it.
 */
final class VoskEngine implements Engine {
  /** Nobody says a word in 0.1 s, but Vosk hears one in any single frame. */
  private static final int SHORTEST = SampleRange.RATE / 10;

  /** A recogniser grows with what it has heard, by some 200 MB in five minutes. */
  private static final int LONGEST = 300 * SampleRange.RATE;

  private final NativeHandle model;

  VoskEngine(NativeHandle model) {
    this.model = model;
  }

  @Override
  public List<Phrase> recognize(List<SpeechSegment> segments, RecognitionOptions options)
      throws SpeechException {
    List<Phrase> phrases = new ArrayList<>();
    for (int next = 0; next < segments.size(); ) {
      try (Hearing hearing = new Hearing(model, segments.get(0).channel(), options)) {
        do {
          requireFinite(segments.get(next).samples());
          hearing.hear(segments.get(next++));
        } while (next < segments.size()
            && hearing.length() + segments.get(next).samples().length <= LONGEST);
        List<Phrase> heard = hearing.finish();
        if (hearing.length() >= SHORTEST) {
          phrases.addAll(heard);
        }
      }
    }
    return phrases;
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
