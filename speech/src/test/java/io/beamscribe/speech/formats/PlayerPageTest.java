// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.formats;

import static io.beamscribe.speech.transcript.Transcripts.mono;
import static io.beamscribe.speech.transcript.Transcripts.phrase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.beamscribe.speech.captions.SubtitleFile;
import io.beamscribe.speech.report.Browser;
import io.beamscribe.speech.transcript.CaptionOptions;
import io.beamscribe.speech.transcript.Transcript;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayerPageTest {
  private static final String EVIL = "</span><script>document.title='evil'</script>\"'&";

  @TempDir Path folder;

  @Test
  void relativePathsLeadToTheAudioFromEveryFolder() {
    assertThat(Media.link("calls/first call.wav"))
        .isEqualTo(Path.of("calls").toAbsolutePath().toUri() + "/first%20call.wav");
    assertThat(Media.link("/calls/first.wav")).isEqualTo("file:///calls/first.wav");
    assertThat(Media.link("s3://calls/first.wav")).isEqualTo("s3://calls/first.wav");
  }

  @Test
  void escapesEverything() {
    Transcript evil = mono(phrase(0, 0, 300, EVIL));
    String page =
        PlayerPage.of(
            new Transcript(
                "/a/\"onerror='x'><script>.wav",
                Instant.EPOCH,
                1000,
                List.of(0),
                evil.phrases(),
                null));
    assertThat(page)
        .containsOnlyOnce("<script>")
        .contains("&lt;/span&gt;&lt;script&gt;document.title=&#39;evil&#39;&lt;/script&gt;&quot;")
        .contains("src=\"file:///a/%22onerror=&#39;x&#39;%3E%3Cscript%3E.wav\"")
        .contains("<h1>&quot;onerror=&#39;x&#39;&gt;&lt;script&gt;.wav</h1>");
  }

  /** One browser for all that needs one, since it takes seconds to start. */
  @Test
  void jumpsToAWordAndShowsCaptionsInABrowser() throws Exception {
    Optional<Path> program = Browser.program();
    assumeTrue(program.isPresent(), "skipped: no Chromium on this machine");
    Path audio = folder.resolve("a tone.wav");
    Files.write(audio, silence(10));
    Transcript said = mono(phrase(0, 2000, 500, "one two three " + EVIL + " مرحبا"));
    Transcript transcript =
        new Transcript(audio.toString(), Instant.EPOCH, 10_000, List.of(0), said.phrases(), null);
    Path page = folder.resolve("page.html");
    Files.writeString(page, PlayerPage.of(transcript));
    Path captions = folder.resolve("captions.html");
    Files.writeString(captions, tracks(transcript));
    try (Browser browser = Browser.open(program.get(), folder.resolve("profile"))) {
      browser.load(page);
      eventually(browser, "audio.duration > 9");
      browser.eval("audio.play = () => Promise.resolve()");
      browser.eval("document.querySelectorAll('[data-t]')[2].click()");
      eventually(browser, "audio.currentTime === 3");
      eventually(browser, "document.querySelector('.now').textContent === 'three'");
      browser.eval("document.querySelector('.time').click()");
      eventually(browser, "audio.currentTime === 2");
      assertThat(browser.eval("document.title").textValue()).isEqualTo("a tone.wav");
      assertThat(browser.eval("missing.hidden").booleanValue()).isTrue();
      assertThat(browser.complaints()).isEmpty();

      browser.load(captions);
      for (int track = 0; track < 2; track++) {
        eventually(browser, "video.textTracks[" + track + "].cues?.length > 0");
      }
      String texts =
          "JSON.stringify([...video.textTracks].map(track => [...track.cues].map(cue =>"
              + " cue.getCueAsHTML().textContent).join(' ')))";
      String shown = browser.eval(texts).textValue();
      assertThat(shown)
          .contains("one two three")
          .contains("document.title='evil'")
          .contains("مرحبا");
      String same = "JSON.parse(%s)[0] === JSON.parse(%s)[1]".formatted(texts, texts);
      assertThat(browser.eval(same).booleanValue()).isTrue();
    }
  }

  private static void eventually(Browser browser, String condition) {
    await(condition)
        .atMost(30, TimeUnit.SECONDS)
        .until(() -> browser.eval("Boolean(" + condition + ")").booleanValue());
  }

  private static String tracks(Transcript transcript) {
    return "<!DOCTYPE html><meta charset=utf-8><video id=video>"
        + track(SubtitleFile.vtt(transcript, CaptionOptions.DEFAULT))
        + track(SubtitleFile.karaoke(transcript, CaptionOptions.DEFAULT))
        + "</video><script>for (const each of video.textTracks) each.mode = 'hidden'</script>";
  }

  private static String track(String file) {
    String data = Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8));
    return "<track kind=captions src=\"data:text/vtt;base64," + data + "\">";
  }

  private static byte[] silence(int seconds) {
    int bytes = seconds * 16_000;
    ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16_000);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    return wav.array();
  }
}
