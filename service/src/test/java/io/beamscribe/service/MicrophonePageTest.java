// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.service.testing.Browser;
import io.beamscribe.service.testing.ServiceOptions;
import io.beamscribe.speech.streaming.LiveAudio;
import io.beamscribe.speech.streaming.LiveAudios;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The microphone of the page, in a real browser. */
class MicrophonePageTest {
  private static final Path AUDIO = Path.of("../testdata/speech/korean-1.flac");
  private static final AudioFormat FORMAT = new AudioFormat(16_000, 16, 1, true, false);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int TIMES = 10;

  @TempDir Path folder;

  @Test
  void whatTheMicrophoneHearsHasCaptions() throws Exception {
    ServeOptions options = ServiceOptions.of(folder.resolve("data"), "vosk-small-ko");
    Path profile = Files.createDirectories(folder.resolve("browser"));
    try (Service service = new Service(options);
        Browser page = new Browser(profile, wav(), service.address() + "/")) {
      // An empty document, which comes first, is complete as well.
      String ready =
          "document.readyState === 'complete' && document.getElementById('listen') !== null";
      Awaitility.await().until(() -> page.evaluate(ready).equals("true"));
      page.evaluate("document.getElementById('spoken').value = 'ko-KR'");
      page.evaluate("document.getElementById('listen').click()");
      Awaitility.await()
          .atMost(LONG)
          .until(() -> !page.evaluate("document.getElementById('captions').textContent").isBlank());
      page.evaluate("document.getElementById('listen').click()");
      Awaitility.await()
          .atMost(LONG)
          .until(
              () -> page.evaluate("document.getElementById('listen').textContent").equals("Start"));
      assertThat(page.evaluate("document.getElementById('captions').textContent"))
          .containsPattern("[가-힣]{2}");
      assertThat(page.evaluate("document.getElementById('partial').textContent")).isEmpty();
      assertThat(page.evaluate("document.getElementById('vtt').hidden")).isEqualTo("false");
    }
  }

  /**
   * The fake microphone takes WAV alone, and begins before the page listens on a busy machine: it
   * says the same several times.
   */
  private Path wav() throws Exception {
    ByteArrayOutputStream once = new ByteArrayOutputStream();
    try (LiveAudio audio =
        LiveAudios.any(
            (samples, count) -> {
              for (int i = 0; i < count; i++) {
                int sample = Math.round(samples[i]);
                once.write(sample);
                once.write(sample >> 8);
              }
            })) {
      audio.accept(Files.readAllBytes(AUDIO));
      audio.finish();
    }
    once.write(new byte[2 * (int) FORMAT.getSampleRate()]);
    ByteArrayOutputStream pcm = new ByteArrayOutputStream();
    for (int i = 0; i < TIMES; i++) {
      once.writeTo(pcm);
    }
    Path file = folder.resolve("said.wav");
    AudioSystem.write(
        new AudioInputStream(
            new ByteArrayInputStream(pcm.toByteArray()),
            FORMAT,
            pcm.size() / FORMAT.getFrameSize()),
        AudioFileFormat.Type.WAVE,
        file.toFile());
    return file;
  }
}
