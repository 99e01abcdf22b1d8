// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.sniff;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.audio.AudioKind;
import io.beamscribe.speech.audio.AudioNames;
import io.beamscribe.speech.audio.Ffmpeg;
import io.beamscribe.speech.audio.LocalAudioSource;
import io.beamscribe.speech.audio.Sounds;
import io.beamscribe.speech.audio.Wav;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudioSnifferTest {
  @TempDir Path folder;

  @Test
  void looksBehindId3TagsOfAnySize() throws Exception {
    short[][] tone = {Sounds.tone(440, 44_100, 1, 9000)};
    Path mp3 = Ffmpeg.encode(folder.resolve("a.mp3"), tone, 44_100, "-id3v2_version", "0");
    byte[] frames = Files.readAllBytes(mp3);
    assertThat(AudioSniffer.sniff(frames)).contains(AudioKind.MP3);
    Path flac = Ffmpeg.encode(folder.resolve("a.flac"), tone, 44_100);
    byte[] lossless = Files.readAllBytes(flac);
    for (int size : new int[] {0, 100, 20_000, 3_000_000}) {
      assertThat(sniff(Wav.join(id3(size), frames))).isEqualTo(AudioKind.MP3);
      assertThat(sniff(Wav.join(id3(size), id3(50), lossless))).isEqualTo(AudioKind.FLAC);
    }
  }

  @Test
  void findsFramesBehindZerosAndACutFrame() throws Exception {
    short[][] tone = {Sounds.tone(440, 44_100, 1, 9000)};
    Path mp3 = Ffmpeg.encode(folder.resolve("a.mp3"), tone, 44_100, "-id3v2_version", "0");
    byte[] frames = Files.readAllBytes(mp3);
    assertThat(sniff(Wav.join(new byte[1000], frames))).isEqualTo(AudioKind.MP3);
    byte[] cut = java.util.Arrays.copyOfRange(frames, 500, frames.length);
    assertThat(sniff(cut)).isEqualTo(AudioKind.MP3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"json\": true}",
        "plain text, long enough to be something",
        "#EXTM3U\n#EXT-X-VERSION:3\n",
        "ffconcat version 1.0\nfile 'x.wav'\n",
        "%PDF-1.7 ...........",
        "<?xml version=\"1.0\"?><smil/>",
        "SPEAKER a 1 0.00 1.00 <NA> <NA> x <NA> <NA>",
        "RIFF\0\0\0\0WEBPVP8 ",
        "ID3",
        "\0\0\0 ftypheic\0\0\0\0"
      })
  void isNotTakenInByOtherFiles(String content) {
    assertThat(AudioSniffer.looksLikeAudio(content.getBytes(StandardCharsets.ISO_8859_1)))
        .isFalse();
  }

  /** One file of random bytes in a thousand may have a sync word; three frames in a row, none. */
  @Test
  void isNotTakenInByChance() {
    Random random = new Random(5);
    byte[] bytes = new byte[AudioSniffer.HEAD_BYTES];
    int taken = 0;
    for (int i = 0; i < 500; i++) {
      random.nextBytes(bytes);
      taken += AudioSniffer.looksLikeAudio(bytes) ? 1 : 0;
    }
    assertThat(taken).isZero();
  }

  @Test
  void knowsNamesOfAudio() {
    assertThat(AudioNames.isAudioName("s3://b/x y/Call.WAV")).isTrue();
    assertThat(AudioNames.isAudioName("a.opus")).isTrue();
    assertThat(AudioNames.isAudioName("a.json")).isFalse();
    assertThat(AudioNames.isAudioName("wav")).isFalse();
  }

  private AudioKind sniff(byte[] content) throws Exception {
    Path file = Files.write(folder.resolve("file"), content);
    return AudioSniffer.sniff(new LocalAudioSource(file)).orElseThrow().kind();
  }

  private static byte[] id3(int size) {
    byte[] tag = new byte[size + 10];
    tag[0] = 'I';
    tag[1] = 'D';
    tag[2] = '3';
    tag[3] = 3;
    for (int i = 0; i < 4; i++) {
      tag[6 + i] = (byte) ((size >> (7 * (3 - i))) & 0x7F);
    }
    return tag;
  }
}
