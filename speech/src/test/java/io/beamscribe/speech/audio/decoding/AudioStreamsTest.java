// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioNote;
import io.beamscribe.speech.audio.AudioStreamChoice;
import io.beamscribe.speech.audio.Ffmpeg;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with several audio streams, which differ in when their one beep is. */
class AudioStreamsTest {
  private static final String SILENCE = "anullsrc=d=3";

  @TempDir Path folder;

  @Test
  void theDefaultStreamIsTaken() throws Exception {
    Path file =
        file("mkv", beepAt(1), beepAt(2), "-disposition:a:0", "0", "-disposition:a:1", "default");

    assertTaken(file, "default", 2, "2 (eng, default) was transcribed, not 1 (deu)");
  }

  @Test
  void withoutADefaultTheFirstStreamIsTaken() throws Exception {
    Path file = file("ts", beepAt(1), beepAt(2));

    assertTaken(file, "default", 1, "1 (deu) was transcribed, not 2 (eng)");
  }

  @Test
  void aCommentIsNotTakenForTheFilm() throws Exception {
    Path file =
        file(
            "mkv",
            beepAt(1),
            beepAt(2),
            "-disposition:a:0",
            "comment",
            "-disposition:a:1",
            "0",
            "-default_mode",
            "passthrough");

    assertTaken(file, "default", 2, "2 (eng) was transcribed, not 1 (deu)");
  }

  @Test
  void oneIsTakenByNumberOrLanguage() throws Exception {
    Path file = file("mp4", beepAt(1), beepAt(2));

    for (String choice : List.of("2", "en", "eng", "en-GB")) {
      assertTaken(file, choice, 2, "2 (eng) was transcribed, not 1 (deu, default)");
    }
    for (String choice : List.of("1", "de", "ger", "fr")) {
      assertTaken(file, choice, 1, "1 (deu, default) was transcribed, not 2 (eng)");
    }
  }

  @Test
  void aSilentStreamGivesWayUnlessItWasAskedFor() throws Exception {
    Path file = file("mkv", SILENCE, beepAt(2));

    assertTaken(file, "default", 2, "2 (eng) was transcribed, not 1 (deu, default)");
    assertTaken(file, "fr", 2, "2 (eng) was transcribed, not 1 (deu, default)");
    assertThat(Beeps.hear(file, new AudioStreamChoice("1")).begins()).isEmpty();
  }

  @Test
  void aStreamThatIsNotThereIsAnError() throws Exception {
    Path several = file("mkv", beepAt(1), beepAt(2));
    Path single = Beeps.write(folder.resolve("a.m4a"));
    Path wav = Beeps.write(folder.resolve("a.wav"));

    assertMissing(several, "has 2 audio streams, and --audioStream asks for number 3.");
    assertMissing(single, "has one audio stream, and --audioStream asks for number 3.");
    assertMissing(wav, "has one audio stream, and --audioStream asks for number 3.");
  }

  @Test
  void aChoiceIsDefaultOrANumberOrALanguage() {
    for (String wrong : List.of("", "0", "-1", "1.5", "english", "e")) {
      assertThatThrownBy(() -> new AudioStreamChoice(wrong)).hasMessageContaining(wrong);
    }
    assertThat(new AudioStreamChoice("Default")).isEqualTo(AudioStreamChoice.DEFAULT);
  }

  private static void assertTaken(Path file, String choice, int beep, String told)
      throws Exception {
    Beeps.Heard heard = Beeps.hear(file, new AudioStreamChoice(choice));
    assertThat(heard.begins()).as(choice).hasSize(1);
    assertThat(Math.round(heard.begins().get(0))).as(choice).isEqualTo(beep);
    AudioNote note = heard.profile().notes().get(0);
    assertThat(note.kind()).isEqualTo("otherAudioStreams");
    assertThat(note.detail()).contains(told);
  }

  private static void assertMissing(Path file, String sentence) {
    assertThatThrownBy(() -> Beeps.hear(file, new AudioStreamChoice("3")))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining(sentence)
        .satisfies(
            e -> assertThat(((SpeechException) e).kind()).isEqualTo(ErrorKind.UNSUPPORTED_AUDIO));
  }

  private static String beepAt(int second) {
    return "aevalsrc='0.4*sin(4000*t)*between(t," + second + "," + second + ".2)':d=3";
  }

  private Path file(String extension, String one, String other, String... options)
      throws Exception {
    Path file = folder.resolve("streams." + extension);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-f", "lavfi", "-i", one, "-f", "lavfi", "-i", other));
    arguments.addAll(List.of("-map", "0", "-map", "1", "-c:a", "aac"));
    arguments.addAll(List.of("-metadata:s:a:0", "language=deu"));
    arguments.addAll(List.of("-metadata:s:a:1", "language=eng"));
    arguments.addAll(List.of(options));
    arguments.add(file.toString());
    Ffmpeg.run(arguments);
    return file;
  }
}
