// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import com.sun.jna.Function;
import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineAbility;
import io.beamscribe.speech.recognition.EngineProvider;
import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.Word;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An engine that really does what bad native code does, as the first sample of a segment commands,
 * and otherwise returns what it was given. The name of its model's folder controls loading.
 */
public final class FaultyEngineProvider implements EngineProvider {
  /** What the first sample of a segment makes the engine do. */
  enum Fault {
    NONE(0),
    ABORT(1),
    HANG(2),
    EXIT(3),
    THROW(4),
    PRINT(5),
    REFUSE(6);

    private final int mark;

    Fault(int mark) {
      this.mark = mark;
    }

    static Fault of(SpeechSegment segment) {
      return Arrays.stream(values())
          .filter(fault -> fault.mark == segment.samples()[0])
          .findFirst()
          .orElseThrow();
    }

    SpeechSegment segment(int channel) {
      float[] samples = new float[8000];
      Arrays.fill(samples, channel);
      samples[0] = mark;
      return new SpeechSegment(channel, 1000L * channel, samples);
    }
  }

  private static final AtomicInteger OPENED = new AtomicInteger();
  private static final Map<String, CountDownLatch> BLOCKED = new ConcurrentHashMap<>();
  private static volatile boolean missing;

  /** Number of open engines in this JVM. */
  public static int opened() {
    return OPENED.get();
  }

  public static void requireOpen(Engine engine) {
    if (((Faulty) engine).closed) {
      throw new AssertionError("closed already");
    }
  }

  /** Makes the model {@code may-be-missing} missing or not. */
  public static void missing(boolean is) {
    missing = is;
  }

  /** Makes loads of a model wait until the latch is released. */
  public static CountDownLatch blockLoads(String model) {
    CountDownLatch latch = new CountDownLatch(1);
    BLOCKED.put(model, latch);
    return latch;
  }

  @Override
  public String engine() {
    return "faulty";
  }

  @Override
  public Engine open(Path model) throws SpeechException {
    switch (model.getFileName().toString()) {
      case "aborts" -> libc("abort");
      case "hangs" -> libc("pause");
      case "is-missing" -> missing = true;
      default -> await(BLOCKED.get(model.getFileName().toString()));
    }
    if (missing) {
      throw new SpeechException(ErrorKind.INVALID_URI, "Kein Modell da: 모델");
    }
    OPENED.incrementAndGet();
    return new Faulty();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (latch != null) {
        latch.await();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static Object libc(String function, Object... arguments) {
    return Function.getFunction("c", function).invoke(Integer.class, arguments);
  }

  @Override
  public Set<EngineAbility> abilities() {
    return Set.of(EngineAbility.IDENTIFIES_LANGUAGES);
  }

  /** The result for a segment without fault. */
  static Recognition result(SpeechSegment segment) {
    String text = "들은 것 " + Arrays.hashCode(segment.samples());
    long start = segment.start() / 16;
    Word word = new Word(text, start, start + 10, 1 / 3.0);
    Phrase phrase =
        new Phrase(
            segment.channel(),
            start,
            start + 10,
            "ko",
            List.of(Reading.spelled(text, 1e-17 + 2 / 7.0, List.of(word), List.of(text + "."))));
    Flag flag = new Flag("repetition", segment.channel(), start, start + 10, "세 번");
    return new Recognition(List.of(phrase), List.of(flag));
  }

  private static final class Faulty implements Engine {
    private volatile boolean closed;

    @Override
    public Recognition recognize(List<SpeechSegment> segments, RecognitionOptions options)
        throws SpeechException {
      SpeechSegment segment = segments.get(0);
      misbehave(segment);
      if (!options.phrases().isEmpty()) {
        Flag received = new Flag("options", 0, 0, 0, options.toString());
        return new Recognition(List.of(), List.of(received));
      }
      return result(segment);
    }

    @Override
    public List<String> identify(List<SpeechSegment> segments, List<String> candidates)
        throws SpeechException {
      misbehave(segments.get(0));
      return segments.stream()
          .map(segment -> candidates.get(segment.channel() % candidates.size()))
          .toList();
    }

    @Override
    public boolean identifiesLanguages() {
      return true;
    }

    private static void misbehave(SpeechSegment segment) throws SpeechException {
      switch (Fault.of(segment)) {
        case NONE -> work();
        case ABORT -> {
          System.err.println("ASSERTION_FAILED: frame >= 0");
          libc("abort");
        }
        case HANG -> libc("pause");
        case EXIT -> libc("_exit", 7);
        case THROW -> throw new IllegalStateException("no such state");
        case PRINT -> libc("puts", "x".repeat(100_000));
        case REFUSE -> throw new SpeechException(ErrorKind.INVALID_AUDIO, "Nicht hörbar");
      }
    }

    private static void work() {
      try {
        TimeUnit.MILLISECONDS.sleep(30); // so that calls are running when a fault comes
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        OPENED.decrementAndGet();
      }
    }
  }
}
