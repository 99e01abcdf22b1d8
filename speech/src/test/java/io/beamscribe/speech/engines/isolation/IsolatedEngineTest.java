// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.engines.isolation.FaultyEngineProvider.Fault;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.speech.recognition.Isolation;
import io.beamscribe.speech.recognition.Recognition;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import io.beamscribe.speech.recognition.SpokenLanguage;
import io.beamscribe.speech.recognition.Task;
import io.beamscribe.speech.transcript.Flag;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class IsolatedEngineTest {
  private static final Limits QUICK = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(2), 0);

  private final AtomicInteger loads = new AtomicInteger();
  private IsolatedEngine engine;
  @TempDir private Path temporary;

  @BeforeEach
  void keepTemporaryFilesTogether() {
    System.setProperty("jna.tmpdir", temporary.toString());
  }

  @AfterEach
  void nothingIsLeftBehind() throws Exception {
    if (engine != null) {
      engine.close();
    }
    assertThat(ProcessHandle.current().children()).isEmpty();
    assertThat(temporary).isEmptyDirectory();
    System.clearProperty("jna.tmpdir");
  }

  @Test
  void onlyTheSegmentThatAbortsFails() throws Exception {
    assertThat(failureAmongOthers(Fault.ABORT))
        .hasMessageContaining("crashed on this audio")
        .hasMessageContaining("signal 6")
        .hasMessageContaining("ASSERTION_FAILED: frame >= 0")
        .returns(ErrorKind.CRASH, SpeechException::kind);
    assertThat(loads).hasValueBetween(2, 3);
  }

  @Test
  void onlyTheSegmentThatEndsTheProcessFails() throws Exception {
    assertThat(failureAmongOthers(Fault.EXIT))
        .hasMessageContaining("exit code 7")
        .returns(ErrorKind.CRASH, SpeechException::kind);
  }

  @Test
  void onlyTheSegmentThatHangsFails() throws Exception {
    assertThat(failureAmongOthers(Fault.HANG)).returns(ErrorKind.TIMEOUT, SpeechException::kind);
  }

  @Test
  void aProcessThatIsStoppedAndReadsNothingIsGivenUp() throws Exception {
    open();
    ProcessHandle child = ProcessHandle.current().children().findFirst().orElseThrow();
    new ProcessBuilder("kill", "-STOP", Long.toString(child.pid())).start().waitFor();
    // More than a pipe holds.
    SpeechSegment half = new SpeechSegment(0, 0, new float[30 * 16_000]);
    assertThat(catchThrowableOfType(SpeechException.class, () -> recognize(half)))
        .returns(ErrorKind.TIMEOUT, SpeechException::kind);
    SpeechSegment next = Fault.NONE.segment(1);
    assertThat(recognize(next)).isEqualTo(FaultyEngineProvider.result(next));
    assertThat(loads).hasValue(2);
  }

  @Test
  void failuresOfTheEngineAreReportedUnchanged() throws Exception {
    assertThat(failureAmongOthers(Fault.REFUSE))
        .hasMessage("Nicht hörbar")
        .returns(ErrorKind.INVALID_AUDIO, SpeechException::kind);
    assertThat(loads).hasValue(1);
  }

  @Test
  void aDefectOfTheEngineCostsNoProcess() throws Exception {
    assertThat(failureAmongOthers(Fault.THROW)).returns(ErrorKind.INTERNAL, SpeechException::kind);
    assertThat(loads).hasValue(1);
  }

  @Test
  void nativeCodeMayPrint() throws Exception {
    open();
    SpeechSegment segment = Fault.PRINT.segment(1);
    assertThat(recognize(segment)).isEqualTo(FaultyEngineProvider.result(segment));
    assertThat(loads).hasValue(1);
  }

  @Test
  void languagesAndOptionsCrossUnchanged() throws Exception {
    open();
    assertThat(engine.identifiesLanguages()).isTrue();
    List<SpeechSegment> segments = List.of(Fault.NONE.segment(1), Fault.NONE.segment(2));
    assertThat(engine.identify(segments, List.of("ko-KR", "en-US", "und")))
        .containsExactly("en-US", "und");
    SpokenLanguage language = SpokenLanguage.continuous(List.of("ko-KR", "en-US"));
    RecognitionOptions options =
        new RecognitionOptions(2, language, Task.TRANSLATE, List.of("마이크로소프트", "a b"), 7);
    assertThat(engine.recognize(segments, options).flags())
        .extracting(Flag::detail)
        .containsExactly(options.toString());
  }

  @Test
  void aProcessThatDiesOfIdentifyingIsACrashToo() throws Exception {
    open();
    List<SpeechSegment> fatal = List.of(Fault.ABORT.segment(1));
    assertThat(
            catchThrowableOfType(
                SpeechException.class, () -> engine.identify(fatal, List.of("ko-KR"))))
        .returns(ErrorKind.CRASH, SpeechException::kind);
    assertThat(engine.identify(List.of(Fault.NONE.segment(1)), List.of("ko-KR")))
        .containsExactly("ko-KR");
  }

  @Test
  void aModelThatIsRefusedOrKillsOrHangsIsNoEngine() {
    assertThat(catchThrowableOfType(SpeechException.class, () -> open("is-missing")))
        .hasMessage("Kein Modell da: 모델")
        .returns(ErrorKind.INVALID_URI, SpeechException::kind);
    assertThat(catchThrowableOfType(SpeechException.class, () -> open("aborts")))
        .hasMessageContaining("died while loading the model in aborts")
        .hasMessageContaining("signal 6");
    Limits impatient = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(2), 0);
    EngineSpec hangs = spec("hangs");
    assertThat(
            catchThrowableOfType(
                SpeechException.class, () -> IsolatedEngine.open(hangs, () -> {}, impatient)))
        .returns(ErrorKind.TIMEOUT, SpeechException::kind);
    assertThat(loads).hasValue(0);
  }

  @Test
  void isClosedOnceAndNotUsedAfter() throws Exception {
    open();
    engine.close();
    assertThatCode(engine::close).doesNotThrowAnyException();
    assertThatThrownBy(() -> recognize(Fault.NONE.segment(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closingWaitsForWhatIsRunning() throws Exception {
    open();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<SpeechSegment> segments =
        Stream.iterate(0, i -> i + 1).limit(4).map(Fault.NONE::segment).toList();
    List<Future<Recognition>> results = new ArrayList<>();
    for (SpeechSegment segment : segments) {
      results.add(threads.submit(() -> recognize(segment)));
    }
    await().until(() -> results.stream().anyMatch(Future::isDone)); // the others are running
    engine.close();
    threads.shutdown();
    for (int i = 0; i < results.size(); i++) {
      try {
        assertThat(results.get(i).get()).isEqualTo(FaultyEngineProvider.result(segments.get(i)));
      } catch (ExecutionException e) {
        assertThat(e).hasCauseInstanceOf(IllegalStateException.class); // came after the close
      }
    }
  }

  @Test
  void theChildEndsWhenItsParentIsKilled() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djna.tmpdir=" + temporary,
                Orphaning.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
      ProcessHandle child = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
      await().atMost(30, TimeUnit.SECONDS).until(() -> stacks(child).contains("misbehave"));
      parent.destroyForcibly().waitFor();
      child.onExit().get(20, TimeUnit.SECONDS);
    }
  }

  /** The stack traces of a JVM. */
  private static String stacks(ProcessHandle jvm) throws IOException {
    Process jstack =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jstack").toString(),
                Long.toString(jvm.pid()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new String(jstack.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** A parent that is killed while its child hangs in native code. */
  static final class Orphaning {
    public static void main(String[] args) throws Exception {
      IsolatedEngine engine = IsolatedEngine.open(spec("model"), () -> {});
      System.out.println(ProcessHandle.current().children().findFirst().orElseThrow().pid());
      engine.recognize(Fault.HANG.segment(1), RecognitionOptions.DEFAULT);
    }
  }

  /**
   * The failure of one bad segment while four threads have many good ones, all of which must
   * succeed.
   */
  private SpeechException failureAmongOthers(Fault fault) throws Exception {
    open();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<SpeechSegment> segments = new ArrayList<>();
    List<Future<Recognition>> results = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      SpeechSegment segment = (i == 9 ? fault : Fault.NONE).segment(i);
      segments.add(segment);
      results.add(threads.submit(() -> recognize(segment)));
    }
    threads.shutdown();
    for (int i = 0; i < results.size(); i++) {
      if (i != 9) {
        assertThat(results.get(i).get()).isEqualTo(FaultyEngineProvider.result(segments.get(i)));
      }
    }
    ExecutionException failure =
        catchThrowableOfType(ExecutionException.class, () -> results.get(9).get());
    return (SpeechException) failure.getCause();
  }

  private Recognition recognize(SpeechSegment segment) throws SpeechException {
    return engine.recognize(segment, RecognitionOptions.DEFAULT);
  }

  private void open() throws SpeechException {
    open("model");
  }

  private void open(String model) throws SpeechException {
    engine = IsolatedEngine.open(spec(model), loads::incrementAndGet, QUICK);
  }

  private static EngineSpec spec(String model) {
    return new EngineSpec("faulty", model, "digest", Isolation.PROCESS);
  }
}
