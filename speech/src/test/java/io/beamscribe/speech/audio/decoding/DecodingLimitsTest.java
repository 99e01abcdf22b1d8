// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.AudioProfile;
import io.beamscribe.speech.audio.AudioSource;
import io.beamscribe.speech.audio.AudioStreamChoice;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.Ffmpeg;
import io.beamscribe.speech.audio.LocalAudioSource;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Sounds;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.audio.Wav;
import io.beamscribe.speech.audio.ffmpeg.FfmpegChild;
import io.beamscribe.speech.audio.ffmpeg.FfmpegProgram;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken and malicious files, children that hang, and the spools. */
@Timeout(60)
class DecodingLimitsTest {
  @TempDir Path folder;
  @TempDir Path spools;

  @Test
  void openNoOtherFileAndNoNetwork() throws Exception {
    Path secret = folder.resolve("secret.wav");
    Files.write(secret, Wav.pcm16(new short[][] {Sounds.tone(440, 16_000, 1, 9000)}, 16_000));
    try (ServerSocket server = new ServerSocket(0)) {
      server.setSoTimeout(300);
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/a.wav";
      List<String> lures =
          List.of(
              "#EXTM3U\n#EXTINF:1,\n" + url + "\n",
              "#EXTM3U\n#EXTINF:1,\nfile://" + secret + "\n",
              "ffconcat version 1.0\nfile '" + secret + "'\n",
              "[playlist]\nFile1=" + url + "\n",
              "<?xml version=\"1.0\"?><MPD><BaseURL>" + url + "</BaseURL></MPD>",
              "v=0\nc=IN IP4 127.0.0.1\nm=audio " + server.getLocalPort() + " RTP/AVP 0\n");
      for (String lure : lures) {
        fails(write(bytes(lure)), ErrorKind.UNSUPPORTED_AUDIO, "not audio");
        // The same after first bytes that look like audio.
        fails(write(Wav.join(bytes("OggS"), bytes(lure))), ErrorKind.INVALID_AUDIO, "ogg");
        fails(write(Wav.join(bytes("fLaC"), bytes(lure))), ErrorKind.INVALID_AUDIO, "flac");
      }
      assertThatThrownBy(server::accept).isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  @Test
  void saysThatThereIsNoAudio() throws Exception {
    Path film = folder.resolve("film.mp4");
    Ffmpeg.run(List.of("-f", "lavfi", "-i", "testsrc=d=1:s=64x64", film.toString()));
    fails(film, ErrorKind.UNSUPPORTED_AUDIO, "has no audio stream");
  }

  @Test
  void usesWhatIsLeftOfACutFile() throws Exception {
    short[][] speech = {Sounds.babble(1, 16_000, 20, 20_000)};
    for (String extension : List.of("flac", "mp3", "ogg", "aac", "webm", "wma")) {
      Path whole =
          Ffmpeg.encode(folder.resolve("a." + extension), speech, 16_000, codec(extension));
      byte[] bytes = Files.readAllBytes(whole);
      AudioProfile profile = profile(write(Arrays.copyOf(bytes, bytes.length / 2)));
      assertThat(profile.samples() / 16_000.0).as(extension).isBetween(5.0, 15.0);
    }
    Path flac = folder.resolve("a.flac");
    byte[] bytes = Files.readAllBytes(flac);
    assertThat(profile(write(Arrays.copyOf(bytes, bytes.length / 2))).facts().truncated()).isTrue();
    Random random = new Random(3);
    for (int i = 0; i < 2000; i++) {
      bytes[bytes.length / 3 + i] = (byte) random.nextInt();
    }
    AudioProfile damaged = profile(write(bytes));
    assertThat(damaged.facts().truncated()).isTrue();
    assertThat(damaged.samples() / 16_000.0).isBetween(18.0, 21.0);
    Path mp4 = Ffmpeg.encode(folder.resolve("a.m4a"), speech, 16_000);
    byte[] cut = Files.readAllBytes(mp4);
    fails(write(Arrays.copyOf(cut, cut.length / 2)), ErrorKind.INVALID_AUDIO, "moov");
  }

  @Test
  void survivesDamagedFiles() throws Exception {
    Random random = new Random(9);
    short[][] speech = {Sounds.babble(1, 16_000, 3, 20_000)};
    for (String extension : List.of("flac", "mp3", "ogg", "m4a", "webm", "wma", "amr")) {
      Path whole =
          Ffmpeg.encode(folder.resolve("b." + extension), speech, 16_000, codec(extension));
      byte[] sound = Files.readAllBytes(whole);
      for (int round = 0; round < 6; round++) {
        byte[] bytes = sound.clone();
        for (int i = 0; i < 40; i++) {
          bytes[random.nextInt(i < 5 ? 200 : bytes.length)] = (byte) random.nextInt();
        }
        try {
          assertThat(profile(write(bytes)).samples()).isPositive();
        } catch (SpeechException e) {
          assertThat(e.kind()).isNotIn(ErrorKind.INTERNAL, ErrorKind.TRANSIENT);
        }
      }
    }
  }

  @Test
  void endsAChildThatHangs() throws Exception {
    List<String> endless =
        List.of("-f", "f32le", "-ar", "16000", "-i", "pipe:0", "-f", "null", "-");
    ProcessBuilder.Redirect pipe = ProcessBuilder.Redirect.PIPE;
    FfmpegProgram program = FfmpegProgram.find();
    ProcessHandle handle;
    try (FfmpegChild child = new FfmpegChild(program, endless, pipe, Duration.ofMillis(1500))) {
      handle = ProcessHandle.of(child.pid()).orElseThrow();
      new ProcessBuilder("kill", "-STOP", "" + child.pid()).start().waitFor();
      assertThat(child.await()).isEqualTo(128 + 9);
      assertThat(child.timedOut()).isTrue();
    }
    assertThat(handle.isAlive()).isFalse();
    try (FfmpegChild child = new FfmpegChild(program, endless, pipe, Duration.ofMinutes(1))) {
      handle = ProcessHandle.of(child.pid()).orElseThrow();
      assertThat(handle.isAlive()).isTrue();
    }
    handle.onExit().get(5, TimeUnit.SECONDS);
  }

  /** A shell would say "bad number" of their digits, and go on without the limit. */
  @ParameterizedTest
  @ValueSource(strings = {"ar-EG-u-nu-arab", "fa-IR", "mr-IN-u-nu-deva"})
  void limitsAChildWhateverTheDigitsOfTheLocale(String locale) throws Exception {
    Locale usual = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(locale));
    List<String> endless =
        List.of("-f", "f32le", "-ar", "16000", "-i", "pipe:0", "-f", "null", "-");
    try (FfmpegChild child =
        new FfmpegChild(
            FfmpegProgram.find(), endless, ProcessBuilder.Redirect.PIPE, Duration.ofMinutes(1))) {
      Path file = Path.of("/proc/" + child.pid() + "/limits");
      String limits = Files.readString(file);
      while (!limits.contains(
          " 61 ")) { // until the shell has set both, at most for the test's time
        limits = Files.readString(file);
      }
      assertThat(limits)
          .containsPattern("Max cpu time +61 +61 ")
          .containsPattern("Max address space +\\d+ ");
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void endsAChildThatCrashesAsTheFilesFault() throws Exception {
    Path wav = folder.resolve("long.wav");
    Files.write(wav, Wav.pcm16(new short[][] {Sounds.tone(440, 16_000, 1, 9000)}, 16_000));
    List<String> arguments =
        List.of("-f", "f32le", "-ar", "16000", "-i", "pipe:0", "-f", "null", "-");
    try (FfmpegChild child =
        new FfmpegChild(
            FfmpegProgram.find(), arguments, ProcessBuilder.Redirect.PIPE, Duration.ofMinutes(1))) {
      new ProcessBuilder("kill", "-SEGV", "" + child.pid()).start().waitFor();
      assertThat(child.await()).isEqualTo(128 + 11);
      assertThat(child.timedOut()).isFalse();
    }
  }

  @Test
  void boundsWhatAFileDecodesTo() throws Exception {
    Path flac = Ffmpeg.encode(folder.resolve("z.flac"), new short[][] {new short[960_000]}, 16_000);
    AudioOptions tight = options(1 << 30, Duration.ofSeconds(10));
    try (AudioDecoder decoder = new AudioDecoder(tight);
        DecodedAudio audio = decoder.open(new LocalAudioSource(flac))) {
      assertThatThrownBy(() -> audio.profile(ChannelMode.AUTO))
          .hasMessageContaining("holds more than");
    }
  }

  @Test
  void decodesOnceForAllThreadsAndForgetsWhatIsTooMuch() throws Exception {
    short[][] tone = {Sounds.tone(440, 16_000, 5, 9000)};
    Path one = Ffmpeg.encode(folder.resolve("one.flac"), tone, 16_000);
    Path two = Ffmpeg.encode(folder.resolve("two.flac"), tone, 16_000);
    AudioOptions bounded = options(200_000, Duration.ofHours(1));
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try (AudioDecoder decoder = new AudioDecoder(bounded);
        AudioDecoder another = new AudioDecoder(bounded)) {
      Callable<Long> read = () -> length(decoder, one);
      for (Future<Long> length : threads.invokeAll(java.util.Collections.nCopies(12, read))) {
        assertThat(length.get()).isEqualTo(80_000);
      }
      assertThat(length(another, one)).isEqualTo(80_000);
      assertThat(decoder.decodes()).isEqualTo(1);
      length(decoder, two); // both together are more than the bound
      length(decoder, two);
      assertThat(decoder.decodes()).isEqualTo(2);
      length(decoder, one);
      assertThat(decoder.decodes()).isEqualTo(3);
      assertThat(spools).isEmptyDirectory();
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void copiesWhatIsNotLocalAndLeavesNothing() throws Exception {
    short[][] tone = {Sounds.tone(440, 44_100, 2, 9000)};
    Path m4a = Ffmpeg.encode(folder.resolve("moov-last.m4a"), tone, 44_100);
    Path wav = Files.write(folder.resolve("a.wav"), Wav.pcm16(tone, 44_100));
    try (AudioDecoder decoder = new AudioDecoder(options(1 << 30, Duration.ofHours(1)))) {
      for (Path file : List.of(m4a, wav)) {
        try (DecodedAudio remote = decoder.open(new Remote(file));
            DecodedAudio local = decoder.open(new LocalAudioSource(file))) {
          AudioProfile profile = remote.profile(ChannelMode.AUTO);
          assertThat(profile.sha256()).isEqualTo(DigestUtils.sha256Hex(Files.readAllBytes(file)));
          Track track = profile.tracks().get(0);
          SampleRange range = new SampleRange(20_000, 25_000);
          assertThat(remote.read(track, range)).isEqualTo(local.read(track, range));
        }
      }
    }
    assertThat(spools).isEmptyDirectory();
  }

  /** Storage that can only be read forward. */
  private record Remote(Path file) implements AudioSource {
    @Override
    public String name() {
      return "bucket/" + file.getFileName();
    }

    @Override
    public String identity() {
      return name();
    }

    @Override
    public long size() {
      return file.toFile().length();
    }

    @Override
    public ReadableByteChannel open() throws IOException {
      return Channels.newChannel(new java.io.FilterInputStream(Files.newInputStream(file)) {});
    }

    @Override
    public Optional<Path> localPath() {
      return Optional.empty();
    }
  }

  private static String[] codec(String extension) {
    return switch (extension) {
      case "ogg", "webm" -> new String[] {"-c:a", "libopus"};
      case "amr" -> new String[] {"-c:a", "libopencore_amrnb", "-ar", "8000"};
      default -> new String[0];
    };
  }

  private AudioOptions options(long bytes, Duration longest) {
    return new AudioOptions(
        spools.toString(), bytes, longest, Duration.ofSeconds(20), AudioStreamChoice.DEFAULT);
  }

  private static long length(AudioDecoder decoder, Path file) throws Exception {
    try (DecodedAudio audio = decoder.open(new LocalAudioSource(file))) {
      return audio.profile(ChannelMode.AUTO).samples();
    }
  }

  private AudioProfile profile(Path file) throws Exception {
    try (AudioDecoder decoder = new AudioDecoder(options(1 << 30, Duration.ofHours(1)));
        DecodedAudio audio = decoder.open(new LocalAudioSource(file))) {
      return audio.profile(ChannelMode.AUTO);
    }
  }

  private void fails(Path file, ErrorKind kind, String part) {
    assertThatThrownBy(() -> profile(file))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining(part)
        .satisfies(e -> assertThat(((SpeechException) e).kind()).isEqualTo(kind));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "x", ".mp3"), bytes);
  }
}
