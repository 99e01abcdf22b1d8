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
import java.util.List;
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

  @Test
  void findsAudioBehindAnyNumberOfTagsAndZeros() throws Exception {
    byte[] frames = mp3();
    byte[] ape = new byte[132];
    System.arraycopy("APETAGEX".getBytes(StandardCharsets.US_ASCII), 0, ape, 0, 8);
    ape[12] = 100;
    byte[] old = java.util.Arrays.copyOf("TAG".getBytes(StandardCharsets.US_ASCII), 128);
    for (byte[] front :
        List.of(
            new byte[8192],
            new byte[100_001],
            ape,
            old,
            Wav.join(id3(5000), id3(70_000)),
            Wav.join(id3(300), new byte[30_000], ape, old))) {
      assertThat(found(Wav.join(front, frames), "a.bin"))
          .isEqualTo(new Sniffed(AudioKind.MP3, front.length));
    }
    byte[] wav = Wav.riff(Wav.fmt(1, 1, 16_000, 16), Wav.chunk("data", new byte[100]));
    assertThat(found(Wav.join(id3(100), wav), "a.bin")).isEqualTo(new Sniffed(AudioKind.WAV, 110));
    assertThat(found(Wav.join(new byte[512], wav), "a.bin"))
        .isEqualTo(new Sniffed(AudioKind.WAV, 512));
  }

  @Test
  void looksDeepIntoFilesWhoseNamePromisesAudio() throws Exception {
    byte[] junk = new byte[50_000];
    new Random(3).nextBytes(junk);
    byte[] file = Wav.join(junk, mp3());

    assertThat(found(file, "a.mp3")).isEqualTo(new Sniffed(AudioKind.MP3, junk.length));
    assertThat(AudioSniffer.sniff(source(file, "a.bin"))).isEmpty();
    byte[] wrongSize = id3(0);
    wrongSize[6] = 0x7F;
    assertThat(found(Wav.join(wrongSize, mp3()), "a.mp3"))
        .isEqualTo(new Sniffed(AudioKind.MP3, 10));
  }

  @Test
  void findsFilesBehindTheHeadOfAnAnswerAndMoviesThatBeginWithAnyBox() throws Exception {
    byte[] answer =
        "HTTP/1.1 200 OK\r\nContent-Type: audio\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    byte[] wav = Wav.riff(Wav.fmt(1, 1, 16_000, 16), Wav.chunk("data", new byte[100]));
    assertThat(found(Wav.join(answer, wav), "a.wav"))
        .isEqualTo(new Sniffed(AudioKind.WAV, answer.length));
    byte[] ogg = Files.readAllBytes(stream("a.opus", "-c:a", "libopus"));
    assertThat(found(Wav.join(answer, ogg), "a.opus"))
        .isEqualTo(new Sniffed(AudioKind.OGG, answer.length));
    byte[] flac = Files.readAllBytes(stream("a.flac", "-c:a", "flac"));
    assertThat(found(Wav.join(answer, flac), "a.flac"))
        .isEqualTo(new Sniffed(AudioKind.FLAC, answer.length));
    byte[] m4a = Files.readAllBytes(stream("a.m4a", "-c:a", "aac"));
    byte[] box = {0, 0, 0, 16, 'u', 'u', 'i', 'd', 1, 2, 3, 4, 5, 6, 7, 8};
    assertThat(found(Wav.join(box, m4a), "a").kind()).isEqualTo(AudioKind.MP4);
  }

  @Test
  void findsTransportStreamsOfEveryPacketWhereverTheyWereCut() throws Exception {
    byte[] plain = Files.readAllBytes(stream("a.ts", "-c:a", "aac"));
    byte[] camcorder =
        Files.readAllBytes(stream("a.m2ts", "-c:a", "ac3", "-mpegts_m2ts_mode", "1"));
    for (int cut : new int[] {0, 1, 77, 187, 1000}) {
      byte[] left = java.util.Arrays.copyOfRange(plain, cut, plain.length);
      assertThat(found(left, "a").kind()).as("cut at " + cut).isEqualTo(AudioKind.MPEG_TS);
      assertThat(left[(int) found(left, "a").start()]).isEqualTo((byte) 0x47);
      left = java.util.Arrays.copyOfRange(camcorder, cut, camcorder.length);
      assertThat(found(left, "a").kind()).as("cut at " + cut).isEqualTo(AudioKind.MPEG_TS);
    }
  }

  @Test
  void findsProgramStreamsBeforeTheFramesInThem() throws Exception {
    byte[] file = Files.readAllBytes(stream("a.vob", "-c:a", "ac3", "-f", "vob"));
    assertThat(found(file, "a")).isEqualTo(new Sniffed(AudioKind.MPEG_PS, 0));
    byte[] cut = java.util.Arrays.copyOfRange(file, 555, file.length);
    assertThat(found(cut, "a").kind()).isEqualTo(AudioKind.MPEG_PS);
  }

  @Test
  void findsGsmByTheBeginningsOfItsFrames() throws Exception {
    byte[] frames = new byte[33 * 60];
    new Random(4).nextBytes(frames);
    for (int i = 0; i < frames.length; i += 33) {
      frames[i] = (byte) (0xD0 | frames[i] & 15);
    }
    assertThat(found(frames, "a")).isEqualTo(new Sniffed(AudioKind.GSM, 0));
    byte[] cut = java.util.Arrays.copyOfRange(frames, 20, frames.length);
    assertThat(found(cut, "a")).isEqualTo(new Sniffed(AudioKind.GSM, 13));
    frames[33 * 30] = 0;
    assertThat(AudioSniffer.sniff(source(frames, "a.gsm"))).isEmpty();
  }

  @Test
  void takesSamplesWithoutAHeaderByTheirNameAlone() throws Exception {
    byte[] samples = "any bytes at all".repeat(100).getBytes(StandardCharsets.US_ASCII);
    assertThat(found(samples, "call.ULAW")).isEqualTo(new Sniffed(AudioKind.RAW_MULAW, 0, 8000));
    assertThat(found(samples, "a.al").kind()).isEqualTo(AudioKind.RAW_ALAW);
    assertThat(found(samples, "a.sln16")).isEqualTo(new Sniffed(AudioKind.RAW_SLIN, 0, 16_000));
    assertThat(found(samples, "a.g722").kind()).isEqualTo(AudioKind.RAW_G722);
    assertThat(AudioSniffer.sniff(source(samples, "a.pcm"))).isEmpty();
    assertThat(AudioSniffer.sniff(source(samples, "ulaw"))).isEmpty();
    assertThat(found(mp3(), "a.ulaw").kind()).isEqualTo(AudioKind.MP3);
  }

  @Test
  void isNotTakenInByTablesOfText() throws Exception {
    for (int width : new int[] {4, 12, 17, 33, 47, 188, 192, 204}) {
      String line = "G0001,1" + "x".repeat(300);
      byte[] table =
          (line.substring(0, width - 1) + "\n").repeat(2000).getBytes(StandardCharsets.US_ASCII);
      byte[] text = Wav.join("begin\n".getBytes(StandardCharsets.US_ASCII), table);
      assertThat(AudioSniffer.looksLikeAudio(text)).as("lines of " + width).isFalse();
    }
  }

  private Path stream(String name, String... options) throws Exception {
    short[][] tone = {Sounds.tone(440, 44_100, 3, 9000)};
    return Ffmpeg.encode(folder.resolve(name), tone, 44_100, options);
  }

  private byte[] mp3() throws Exception {
    return Files.readAllBytes(stream("frames.mp3", "-id3v2_version", "0", "-write_xing", "0"));
  }

  private LocalAudioSource source(byte[] content, String name) throws Exception {
    Path at = Files.createDirectories(folder.resolve("sniffed")).resolve(name);
    return new LocalAudioSource(Files.write(at, content));
  }

  private Sniffed found(byte[] content, String name) throws Exception {
    return AudioSniffer.sniff(source(content, name)).orElseThrow();
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
