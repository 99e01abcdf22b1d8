package io.beamscribe.speech.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.activity.SpeechDetector;
import io.beamscribe.speech.audio.AudioDecoder;
import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.AudioProfile;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.LocalAudioSource;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.models.RealModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Writes RTTM of a folder. */
class ConversationsTest {
  @Test
  void diarize() throws Exception {
    String in = System.getenv().getOrDefault("SPK_IN", "/work/shared/data/conversations");
    Path out = Files.createDirectories(Path.of("/tmp/spk/rttm"));
    try (Stream<Path> old = Files.list(out)) {
      for (Path each : old.toList()) {
        Files.delete(each);
      }
    }
    try (SpeechDetector detector = new SpeechDetector(RealModels.get("silero-vad").folder());
        VoiceListener listener =
            new VoiceListener(
                RealModels.get("pyannote-segmentation-3").folder(),
                RealModels.get("campplus").folder());
        AudioDecoder decoder = new AudioDecoder(AudioOptions.defaults());
        Stream<Path> files = Files.list(Path.of(in))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".flac")).sorted().toList()) {
        List<BlockVoices> blocks = new ArrayList<>();
        try (DecodedAudio audio = decoder.open(new LocalAudioSource(file))) {
          AudioProfile profile = audio.profile(ChannelMode.AUTO);
          for (Track track : profile.tracks()) {
            SampleRange range = new SampleRange(0, profile.samples());
            float[] samples = audio.read(track, range);
            float[] detected = detector.probabilities(samples);
            long begin = cpu();
            blocks.add(listener.listen(track.channel(), range, samples, detected));
            System.out.printf(
                Locale.ROOT,
                "PRINT %s channel %d cost %.4f%n",
                file.getFileName(),
                track.channel(),
                (cpu() - begin) / 1e9 / (samples.length / 16000.0));
          }
        }
        long begin = cpu();
        List<SpeakerTurn> turns = new Diarizer(SpeakerOptions.ANY).turns(blocks);
        System.out.printf(Locale.ROOT, "PRINT clustering %.2f s%n", (cpu() - begin) / 1e9);
        String name = file.getFileName().toString().replace(".flac", "");
        StringBuilder rttm = new StringBuilder();
        for (SpeakerTurn turn : turns) {
          rttm.append(
              String.format(
                  Locale.ROOT,
                  "SPEAKER %s %d %.3f %.3f <NA> <NA> %d <NA> <NA>%n",
                  name,
                  turn.channel() + 1,
                  turn.offsetMilliseconds() / 1000.0,
                  turn.durationMilliseconds() / 1000.0,
                  turn.speaker()));
        }
        Files.writeString(out.resolve(name + ".rttm"), rttm);
      }
    }
    assertThat(out).isNotEmptyDirectory();
  }

  private static long cpu() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
