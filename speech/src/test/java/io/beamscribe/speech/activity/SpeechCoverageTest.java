// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.AudioProfile;
import io.beamscribe.speech.audio.ChannelMode;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.LocalAudioSource;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.SharedData;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.audio.decoding.AudioDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a file to its segments, against the known speech in it. */
class SpeechCoverageTest {
  private static final int MILLIS_PER_STEP = 10;

  private static SpeechDetector detector;
  private static AudioDecoder decoder;

  @BeforeAll
  static void open() throws IOException {
    detector = RealSpeech.detector();
    decoder = new AudioDecoder(AudioOptions.defaults());
  }

  @AfterAll
  static void close() {
    if (detector != null) {
      detector.close();
      decoder.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"trn05.flac", "trn06.flac", "trn08.flac", "trn09.flac", "dev00.flac"})
  void speechOfMeetingsIsDetected(String name) throws Exception {
    assertThat(missedShare(SharedData.required("conversations/" + name))).isLessThan(0.06);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lib_other_02_2spk_stereo_8k_mulaw.wav", "lib_train_08_6spk.flac"})
  void readSpeechIsDetected(String name) throws Exception {
    assertThat(missedShare(SharedData.required("conversations/" + name))).isLessThan(0.02);
  }

  @ParameterizedTest
  @ValueSource(strings = {"call.flac", "call-telephone-mulaw.wav", "meeting.opus"})
  void conversationsLoseAtMostTwoPercent(String name) throws Exception {
    assertThat(missedShare(RealSpeech.testdata("channels/" + name))).isLessThan(0.02);
  }

  @ParameterizedTest
  @ValueSource(strings = {"silence.flac", "pink-noise.flac", "tone.flac", "music.flac"})
  void whereNobodySpeaksNothingIsRecognised(String name) throws Exception {
    assertThat(recognised(RealSpeech.testdata("conditions/" + name)).cardinality()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pauses.flac", "pauses-in-a-room.opus"})
  void longPausesAreLeftOut(String name) throws Exception {
    BitSet recognised = recognised(RealSpeech.testdata("conditions/" + name));
    assertThat(ranges(recognised)).isEqualTo(3);
    assertThat(recognised.cardinality() / 100.0).isBetween(11.0, 15.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"clipped.flac", "very-quiet.flac", "speech-in-noise.flac"})
  void speechIsDetectedInBadConditions(String name) throws Exception {
    double seconds = recognised(RealSpeech.testdata("conditions/" + name)).cardinality() / 100.0;
    assertThat(seconds).isBetween(4.0, 5.0);
  }

  private static double missedShare(Path audio) throws SpeechException, IOException {
    BitSet missed = reference(audio);
    double spoken = missed.cardinality();
    missed.andNot(recognised(audio));
    return missed.cardinality() / spoken;
  }

  /** What is in a segment of any track. */
  private static BitSet recognised(Path file) throws SpeechException, IOException {
    BitSet recognised = new BitSet();
    try (DecodedAudio audio = decoder.open(new LocalAudioSource(file))) {
      AudioProfile profile = audio.profile(ChannelMode.AUTO);
      SegmentCutter cutter = new SegmentCutter(ActivityOptions.DEFAULT);
      for (SampleRange block : BlockCutter.cut(profile.envelope(), profile.samples())) {
        for (Track track : profile.tracks()) {
          float[] samples = audio.read(track, block);
          for (SampleRange segment : cutter.cut(block, samples, detector.probabilities(samples))) {
            set(recognised, segment.startMillis(), segment.endMillis());
          }
        }
      }
    }
    return recognised;
  }

  /** What any speaker says, from the RTTM beside the audio. */
  private static BitSet reference(Path audio) throws IOException {
    String name = audio.getFileName().toString().replaceFirst("(_8k_mulaw)?[.][a-z]+$", ".rttm");
    BitSet spoken = new BitSet();
    for (String line : Files.readAllLines(audio.resolveSibling(name))) {
      String[] fields = line.split(" ");
      double start = 1000 * Double.parseDouble(fields[3]);
      set(spoken, Math.round(start), Math.round(start + 1000 * Double.parseDouble(fields[4])));
    }
    return spoken;
  }

  private static int ranges(BitSet steps) {
    int ranges = 0;
    for (int i = steps.nextSetBit(0); i >= 0; i = steps.nextSetBit(steps.nextClearBit(i))) {
      ranges++;
    }
    return ranges;
  }

  private static void set(BitSet steps, long fromMillis, long toMillis) {
    steps.set((int) (fromMillis / MILLIS_PER_STEP), (int) (toMillis / MILLIS_PER_STEP));
  }
}
