// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.wav;

import static io.beamscribe.speech.audio.Wav.chunk;
import static io.beamscribe.speech.audio.Wav.chunkOfSize;
import static io.beamscribe.speech.audio.Wav.extensible;
import static io.beamscribe.speech.audio.Wav.fmt;
import static io.beamscribe.speech.audio.Wav.int32;
import static io.beamscribe.speech.audio.Wav.int64;
import static io.beamscribe.speech.audio.Wav.join;
import static io.beamscribe.speech.audio.Wav.riff;
import static io.beamscribe.speech.audio.Wav.riffAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioKind;
import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.AudioProfile;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.Ffmpeg;
import io.beamscribe.speech.audio.LocalAudioSource;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Sounds;
import io.beamscribe.speech.audio.Wav;
import io.beamscribe.speech.audio.decoding.AudioDecoder;
import io.beamscribe.speech.audio.decoding.WavAudio;
import io.beamscribe.speech.audio.sniff.AudioSniffer;
import io.beamscribe.speech.audio.sniff.Sniffed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WAV files of every kind, written here byte by byte. */
class WavTest {
  private static final int RATE = 16_000;
  private static final byte[] FMT16 = fmt(1, 1, RATE, 16);

  @TempDir Path folder;

  @Test
  void readsEveryWidthOfInteger() throws Exception {
    assertThat(samples(riff(fmt(1, 1, RATE, 8), chunk("data", bytes(0, 128, 255)))))
        .containsExactly(-32768, 0, 32512);
    assertThat(samples(riff(FMT16, chunk("data", bytes(0, 0x80, 0xFF, 0x7F, 1, 0)))))
        .containsExactly(-32768, 32767, 1);
    assertThat(samples(riff(fmt(1, 1, RATE, 24), chunk("data", bytes(0, 0, 0x80, 0x80, 1, 0)))))
        .containsExactly(-32768, 1.5f);
    assertThat(
            samples(riff(fmt(1, 1, RATE, 32), chunk("data", bytes(0, 0, 0, 0x80, 0, 0x80, 1, 0)))))
        .containsExactly(-32768, 1.5f);
    assertThat(samples(riff(extensible(1, 1, RATE, 16), chunk("data", bytes(1, 1)))))
        .containsExactly(257);
  }

  /** RIFX: every number has its highest byte first. */
  @Test
  void readsBigEndianFilesToo() throws Exception {
    assertThat(samples(rifx(1, 16, bytes(0x80, 0, 0x7F, 0xFF, 0, 1))))
        .containsExactly(-32768, 32767, 1);
    assertThat(samples(rifx(1, 24, bytes(0x80, 0, 0, 0, 1, 0x80)))).containsExactly(-32768, 1.5f);
    assertThat(samples(rifx(1, 32, bytes(0x80, 0, 0, 0, 0, 1, 0x80, 0))))
        .containsExactly(-32768, 1.5f);
    assertThat(samples(rifx(3, 32, bytes(0x3F, 0, 0, 0)))).containsExactly(16384);
    assertThat(samples(rifx(1, 8, bytes(0, 128)))).containsExactly(-32768, 0);
  }

  private static byte[] rifx(int tag, int bits, byte[] data) {
    ByteBuffer file = ByteBuffer.allocate(44 + data.length);
    file.put("RIFX".getBytes(StandardCharsets.US_ASCII)).putInt(36 + data.length);
    file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    file.putShort((short) tag).putShort((short) 1).putInt(RATE).putInt(RATE * bits / 8);
    file.putShort((short) (bits / 8)).putShort((short) bits);
    file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(data.length).put(data);
    return file.array();
  }

  /** Chunks of odd size end with a byte more, unless the writer forgets it, or not with zero. */
  @Test
  void findsTheChunkBehindOneOfOddSize() throws Exception {
    byte[] data = chunk("data", bytes(1, 0, 2, 0));
    for (String after : List.of("", "\0", "x", "\u00FF")) {
      for (String content : List.of("", "note", "note\0")) {
        byte[] list = chunkOfSize("LIST", content.length() + 1, latin("." + content + after));
        if (content.length() % 2 == 0) {
          assertThat(samples(riff(FMT16, list, data)))
              .as("'%s' and '%s'", content, after)
              .containsExactly(1, 2);
        }
      }
    }
    byte[] two =
        riff(
            FMT16,
            chunkOfSize("JUNK", 3, latin("abc")),
            chunkOfSize("unkn", 5, latin("abcde")),
            data);
    assertThat(samples(two)).containsExactly(1, 2);
  }

  @Test
  void findsSamplesWhereAnotherChunkHasAWrongSize() throws Exception {
    byte[] data = chunk("data", bytes(1, 0, 2, 0));
    assertThat(samples(riff(FMT16, chunkOfSize("LIST", 400, new byte[20]), data)))
        .containsExactly(1, 2);
    assertThat(samples(riff(FMT16, chunkOfSize("LIST", 4, latin("INFOISFTabcdef")), data)))
        .containsExactly(1, 2);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void readsTwentyFourBitsInFourBytes() throws Exception {
    byte[] wide = fmt(1, 1, RATE, 24, 4);
    assertThat(samples(riff(wide, chunk("data", bytes(0, 0, 1, 0, 0, 0x80, 2, 0)))))
        .containsExactly(1, 2.5f);
  }

  @Test
  void readsFloatsAndSilencesWhatIsNoNumber() throws Exception {
    ByteBuffer floats = Wav.little(20).putFloat(0.5f).putFloat(-1f).putFloat(Float.NaN);
    floats.putFloat(Float.POSITIVE_INFINITY).putFloat(1.5f);
    assertThat(samples(riff(fmt(3, 1, RATE, 32), chunk("data", Wav.bytes(floats)))))
        .containsExactly(16384, -32768, 0, 0, 49152);
    ByteBuffer doubles = Wav.little(16).putDouble(0.25).putDouble(1e300);
    assertThat(samples(riff(extensible(3, 1, RATE, 64), chunk("data", Wav.bytes(doubles)))))
        .containsExactly(8192, 0);
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        0xFFFFFFFFL,
        0xFFFFFFDBL,
        0x7FFFFFFFL,
        0x7FFFF000L,
        0x7FFF0000L,
        0x80000000L,
        0x40000000L,
        1_000_000_000L,
        2_000_000_000L,
        4_000_000_000L,
        2_000_000_000L - 44,
        2_100_000_000L
      })
  void theSizesOfAStreamAreNoClaim(long size) throws Exception {
    for (long outer : new long[] {size + 36, 0xFFFFFFFFL, 0}) {
      assertThat(claimed(outer & 0xFFFFFFFFL, size)).as("in %d", outer).isEqualTo(-1);
    }
    assertThat(claimed(0, 123_456_790)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(longs = {200, 32_000_000, 115_200_000, 1_234_567_892, 1_728_000_000, 2_764_800_000L})
  void theSizeOfAFileThatWasCutIsAClaim(long size) throws Exception {
    assertThat(claimed(size + 36, size)).isEqualTo(size / 2);
    assertThat(claimed(size + 1036, size)).isEqualTo(size / 2);
  }

  private long claimed(long outer, long size) throws Exception {
    byte[] head = riff(fmt(1, 1, RATE, 16), chunkOfSize("data", size, new byte[100]));
    ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).putInt(4, (int) outer);
    LocalAudioSource source = new LocalAudioSource(Files.write(folder.resolve("s.wav"), head));
    WavHeader header = WavParser.parse(source, AudioKind.WAV);
    return header.layout(source.size()).orElseThrow().claimedFrames();
  }

  /** Values from the tables 1 and 2 of G.711, scaled from 13 and 14 bits to 16. */
  @Test
  void expandsTelephoneLaws() throws Exception {
    byte[] a = bytes(0xD5, 0x55, 0xAA, 0x2A, 0xC5, 0x80);
    assertThat(samples(riff(fmt(6, 1, RATE, 8), chunk("data", a))))
        .containsExactly(8, -8, 32256, -32256, 264, 5504);
    byte[] mu = bytes(0xFF, 0x7F, 0x80, 0x00, 0xF0, 0xCF);
    assertThat(samples(riff(fmt(7, 1, RATE, 8), chunk("data", mu))))
        .containsExactly(0, 0, 32124, -32124, 120, 924);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pcm_u8",
        "pcm_s16le",
        "pcm_s24le",
        "pcm_s32le",
        "pcm_f32le",
        "pcm_f64le",
        "pcm_alaw",
        "pcm_mulaw"
      })
  void readsWhatFfmpegWritesAsFfmpegReadsIt(String codec) throws Exception {
    short[][] stereo = {Sounds.babble(1, RATE, 0.5, 20_000), Sounds.tone(300, RATE, 0.5, 9_000)};
    Path file = Ffmpeg.encode(folder.resolve("a.wav"), stereo, RATE, "-c:a", codec);
    Path raw = folder.resolve("a.f32");
    Ffmpeg.run(List.of("-i", file.toString(), "-f", "f32le", "-c:a", "pcm_f32le", raw.toString()));
    ByteBuffer expected = Wav.little(0);
    expected = ByteBuffer.wrap(Files.readAllBytes(raw)).order(expected.order());
    try (DecodedAudio audio = open(file)) {
      AudioProfile profile = audio.profile(ChannelMode.SPLIT);
      assertThat(profile.facts().codec()).isEqualTo(codec);
      float[] left = audio.read(profile.tracks().get(0), new SampleRange(0, 1_000_000));
      assertThat(left).hasSize(expected.remaining() / 8);
      for (int i = 0; i < left.length; i++) {
        assertThat(left[i]).isCloseTo(expected.getFloat(i * 8) * 32768, within(0.01f));
      }
    }
  }

  @Test
  void passesOtherChunksAndTheirPadding() throws Exception {
    byte[] file =
        riff(
            chunk("JUNK", new byte[29]),
            chunk("bext", new byte[603]),
            FMT16,
            chunk("fact", new byte[4]),
            chunk("LIST", new byte[7]),
            chunk("data", bytes(1, 0, 2, 0)),
            chunk("id3 ", new byte[100]));
    assertThat(samples(file)).containsExactly(1, 2);
  }

  @Test
  void readsTheFormsForLargeFiles() throws Exception {
    byte[] ds64 = chunk("ds64", join(int64(1000), int64(4), int64(2), int32(0)));
    byte[] data = chunkOfSize("data", -1, bytes(1, 0, 2, 0));
    byte[] tail = chunk("LIST", new byte[8]);
    assertThat(samples(riffAs("RF64", 0xFFFFFFFF, ds64, FMT16, data, tail))).containsExactly(1, 2);
    assertThat(samples(riffAs("BW64", 0xFFFFFFFF, ds64, FMT16, data, tail))).containsExactly(1, 2);
    short[][] tone = {Sounds.tone(440, RATE, 0.1, 5000)};
    Path w64 = Ffmpeg.encode(folder.resolve("a.w64"), tone, RATE, "-c:a", "pcm_s16le");
    try (DecodedAudio audio = open(w64)) {
      AudioProfile profile = audio.profile(ChannelMode.AUTO);
      assertThat(profile.facts().container()).isEqualTo("w64");
      assertThat(audio.read(profile.tracks().get(0), new SampleRange(0, 9999))).hasSize(1600);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, false",
    "-1, false",
    "0x7FFFFFFF, false",
    "0x7FFFF024, false",
    "1000, true",
    "4, false"
  })
  void readsWhatIsThereWhateverTheSizeSays(String size, boolean truncated) throws Exception {
    byte[] data = chunkOfSize("data", Long.decode(size), bytes(1, 0, 2, 0));
    Path file = Files.write(folder.resolve("a.wav"), riff(FMT16, data));
    try (DecodedAudio audio = open(file)) {
      AudioProfile profile = audio.profile(ChannelMode.AUTO);
      assertThat(profile.samples()).isEqualTo(2);
      assertThat(profile.facts().truncated()).isEqualTo(truncated);
    }
  }

  @Test
  void ignoresBytesOfHalfAFrameAndAWrongBlockSize() throws Exception {
    assertThat(samples(riff(FMT16, chunkOfSize("data", -1, bytes(1, 0, 2))))).containsExactly(1);
    assertThat(samples(riff(fmt(1, 1, RATE, 16, 7), chunk("data", bytes(1, 0)))))
        .containsExactly(1);
  }

  @Test
  void saysWhatIsWrong() {
    fails(riff(FMT16, chunk("data", new byte[0])), ErrorKind.EMPTY_AUDIO, "not one sample");
    fails(
        riff(FMT16, chunk("data", new byte[0]), chunk("LIST", new byte[9])),
        ErrorKind.EMPTY_AUDIO,
        "not one sample");
    fails(riff(FMT16), ErrorKind.INVALID_AUDIO, "has no samples");
    fails(riff(chunk("data", new byte[4])), ErrorKind.INVALID_AUDIO, "no format before");
    fails(riff(), ErrorKind.INVALID_AUDIO, "ends before its format");
    fails(riff(fmt(1, 0, RATE, 16)), ErrorKind.INVALID_AUDIO, "0 channels");
    fails(riff(fmt(1, 1, 0, 16)), ErrorKind.INVALID_AUDIO, "at 0 Hz");
    fails(riff(fmt(1, 60000, RATE, 16)), ErrorKind.UNSUPPORTED_AUDIO, "60000 channels");
    fails(riff(fmt(1, 1, -1, 16)), ErrorKind.UNSUPPORTED_AUDIO, "4294967295 Hz");
    fails(riff(fmt(0x9999, 1, RATE, 16), chunk("data", new byte[64])), null, "");
    fails(new byte[0], ErrorKind.EMPTY_AUDIO, "0 bytes");
    fails("hello".getBytes(StandardCharsets.UTF_8), ErrorKind.UNSUPPORTED_AUDIO, "not audio");
  }

  /** Changed bytes, truncation, wild sizes: a result or a message, never anything else. */
  @Test
  void survivesDamage() throws Exception {
    List<byte[]> seeds = new ArrayList<>();
    byte[] data = chunk("data", new byte[400]);
    seeds.add(riff(FMT16, data));
    seeds.add(riff(chunk("LIST", new byte[5]), extensible(1, 2, 44_100, 24), data));
    seeds.add(
        riffAs(
            "RF64", -1, chunk("ds64", new byte[28]), FMT16, chunkOfSize("data", -1, new byte[9])));
    Random random = new Random(7);
    Path file = folder.resolve("fuzz.wav");
    for (int round = 0; round < 4000; round++) {
      byte[] bytes = damage(seeds.get(round % seeds.size()).clone(), random);
      Files.write(file, bytes);
      LocalAudioSource source = new LocalAudioSource(file);
      try {
        AudioKind kind = AudioSniffer.sniff(source).map(Sniffed::kind).orElse(null);
        if (kind == AudioKind.WAV || kind == AudioKind.RIFX) {
          PcmLayout layout = WavParser.parse(source, kind).layout(source.size()).orElse(null);
          if (layout != null) {
            new WavAudio(source, kind, layout, -1).profile(ChannelMode.AUTO);
          }
        }
      } catch (SpeechException e) {
        assertThat(e.kind()).isNotIn(ErrorKind.INTERNAL, ErrorKind.TRANSIENT);
      }
    }
  }

  private static byte[] damage(byte[] bytes, Random random) {
    for (int i = random.nextInt(6); i >= 0; i--) {
      int at = random.nextInt(Math.min(bytes.length, 120));
      bytes[at] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
    }
    return random.nextInt(4) == 0
        ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1)
        : bytes;
  }

  private void fails(byte[] file, ErrorKind kind, String part) {
    assertThatThrownBy(() -> samples(file))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining(part)
        .satisfies(e -> assertThat(kind == null || ((SpeechException) e).kind() == kind).isTrue());
  }

  private float[] samples(byte[] content) throws Exception {
    Path file = Files.write(folder.resolve("some.wav"), content);
    try (DecodedAudio audio = open(file)) {
      AudioProfile profile = audio.profile(ChannelMode.MIX);
      assertThat(profile.sha256()).isEqualTo(DigestUtils.sha256Hex(content));
      return audio.read(profile.tracks().get(0), new SampleRange(0, 1000));
    }
  }

  private static DecodedAudio open(Path file) throws Exception {
    try (AudioDecoder decoder = new AudioDecoder(AudioOptions.defaults())) {
      return decoder.open(new LocalAudioSource(file));
    }
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
