// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.speakers.block.BlockVoices;
import io.beamscribe.speech.speakers.block.BlockVoices.Copy;
import io.beamscribe.speech.speakers.block.BlockVoices.LocalSpeaker;
import io.beamscribe.speech.speakers.block.BlockVoices.Overlap;
import io.beamscribe.speech.speakers.block.BlockVoices.Share;
import io.beamscribe.speech.speakers.block.BlockVoices.SpeechChunk;
import io.beamscribe.speech.speakers.block.Voiceprint;
import io.beamscribe.speech.transcript.SpeakerTurn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files with synthetic voices. */
class DiarizerTest {
  private static final long SECOND = 16_000;
  private final Random random = new Random(1);

  private SpeechChunk stretch(double from, double to, int voice, int track) {
    double seconds = to - from;
    String print = null;
    if (seconds >= .4) {
      float[] numbers = new float[Voiceprint.SIZE];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = (float) (.03 * random.nextGaussian());
      }
      numbers[voice] += 1;
      print = Voiceprint.text(Voiceprint.unit(numbers));
    }
    return new SpeechChunk(
        (long) (from * SECOND), (long) (to * SECOND), track, seconds, print, 1e6);
  }

  private static List<SpeakerTurn> turns(BlockVoices... blocks) {
    return new Diarizer(SpeakerOptions.ANY).diarize(List.of(blocks)).turns();
  }

  private static BlockVoices block(int channel, SpeechChunk... stretches) {
    return new BlockVoices(channel, List.of(stretches), List.of(), List.of());
  }

  @Test
  void speakersAreNumberedByWhoBegins() {
    assertThat(
            turns(
                block(0, stretch(1, 3, 7, 0), stretch(3, 5, 7, 0), stretch(6, 8, 3, 1)),
                block(0, stretch(10, 12, 3, 0))))
        .containsExactly(
            new SpeakerTurn(1, 0, 1000, 5000),
            new SpeakerTurn(2, 0, 6000, 8000),
            new SpeakerTurn(2, 0, 10_000, 12_000));
  }

  /** The same at a hundredth of the power. */
  private static SpeechChunk quiet(SpeechChunk loud) {
    return new SpeechChunk(
        loud.start(), loud.end(), loud.track(), loud.seconds(), loud.voice(), loud.power() / 100);
  }

  @Test
  void whatLeaksFromAnotherChannelIsNobody() {
    assertThat(
            turns(
                block(0, stretch(1, 3, 7, 0), quiet(stretch(4, 6, 3, 1)), stretch(7, 9, 7, 0)),
                block(1, quiet(stretch(1.1, 3.1, 7, 0)), stretch(4, 6, 3, 1))))
        .containsExactly(
            new SpeakerTurn(1, 0, 1000, 3000),
            new SpeakerTurn(2, 1, 4000, 6000),
            new SpeakerTurn(1, 0, 7000, 9000));
  }

  private static SpeechChunk copy(SpeechChunk chunk, int of, double likeness, double louder) {
    return new SpeechChunk(
        chunk.start(),
        chunk.end(),
        chunk.track(),
        chunk.seconds(),
        chunk.voice(),
        chunk.power(),
        new Copy(of, likeness, louder));
  }

  @Test
  void anEchoOfAnyDelayIsNobody() {
    FileSpeakers speakers =
        new Diarizer(SpeakerOptions.ANY)
            .diarize(
                List.of(
                    block(0, stretch(1, 3, 7, 0), copy(stretch(4.3, 6.3, 5, 1), 1, .4, 100)),
                    block(1, copy(stretch(1.3, 1.6, 0, 0), 0, .5, 10), stretch(4, 6, 3, 1))));
    assertThat(speakers.turns())
        .containsExactly(new SpeakerTurn(1, 0, 1000, 3000), new SpeakerTurn(2, 1, 4000, 6000));
    assertThat(speakers.nobodys())
        .containsExactly(
            new NobodysSpeech(NobodysSpeech.Kind.ECHO, 0, 4300, 6300),
            new NobodysSpeech(NobodysSpeech.Kind.ECHO, 1, 1300, 1600));
  }

  @Test
  void aShortReplyThatSoundsLikeNothingElseIsNoEcho() {
    SpeechChunk reply = copy(quiet(stretch(1.5, 1.8, 0, 0)), 0, .05, 100);
    assertThat(turns(block(0, stretch(1, 3, 7, 0)), block(1, reply)))
        .containsExactly(new SpeakerTurn(1, 0, 1000, 3000), new SpeakerTurn(2, 1, 1500, 1800));
  }

  @Test
  void whatIsInTwoChannelsBelongsToTheOneThatHasNothingElse() {
    assertThat(
            turns(
                block(0, copy(stretch(1, 3, 7, 0), 1, .99, 1), stretch(4, 6, 3, 1)),
                block(1, copy(stretch(1, 3, 7, 0), 0, .99, 1))))
        .containsExactly(new SpeakerTurn(1, 1, 1000, 3000), new SpeakerTurn(2, 0, 4000, 6000));
  }

  @Test
  void whatIsInTwoChannelsBelongsToTheOneThatHasItFirst() {
    assertThat(
            turns(
                block(0, copy(stretch(1.1, 3.1, 7, 0), 1, .99, 1), stretch(4, 6, 3, 1)),
                block(1, copy(stretch(1, 3, 7, 0), 0, .05, 1))))
        .containsExactly(new SpeakerTurn(1, 1, 1000, 3000), new SpeakerTurn(2, 0, 4000, 6000));
  }

  @Test
  void oneChannelThatHoldsTwoVoicesIsToldApart() {
    assertThat(
            turns(
                block(0, stretch(1, 4, 7, 0), stretch(5, 8, 3, 1)),
                block(1, copy(quiet(stretch(1, 4, 7, 0)), 0, .9, 100))))
        .containsExactly(new SpeakerTurn(1, 0, 1000, 4000), new SpeakerTurn(2, 0, 5000, 8000));
  }

  @Test
  void aChannelWithoutSpeechOfItsOwnHasNoneOfTheGivenSpeakers() {
    assertThat(
            turns(
                2,
                block(0, stretch(1, 4, 7, 0), stretch(5, 8, 3, 1)),
                block(1, copy(quiet(stretch(1, 4, 7, 0)), 0, .9, 100)),
                block(2)))
        .containsExactly(new SpeakerTurn(1, 0, 1000, 4000), new SpeakerTurn(2, 0, 5000, 8000));
  }

  private static SpeechChunk later(SpeechChunk chunk, double seconds) {
    long shift = (long) (seconds * SECOND);
    return new SpeechChunk(
        chunk.start() + shift,
        chunk.end() + shift,
        chunk.track(),
        chunk.seconds(),
        chunk.voice(),
        chunk.power());
  }

  @Test
  void anAnnouncementThatIsPlayedAgainIsNobody() {
    SpeechChunk announcement = stretch(4, 7, 9, 1);
    FileSpeakers speakers =
        new Diarizer(SpeakerOptions.ANY)
            .diarize(
                List.of(
                    block(
                        0,
                        stretch(0, 3, 7, 0),
                        announcement,
                        later(announcement, 6),
                        later(announcement, 12),
                        stretch(20, 23, 7, 2),
                        stretch(24, 27, 3, 3))));
    assertThat(speakers.turns())
        .containsExactly(
            new SpeakerTurn(1, 0, 0, 3000),
            new SpeakerTurn(1, 0, 20_000, 23_000),
            new SpeakerTurn(2, 0, 24_000, 27_000));
    assertThat(speakers.nobodys()).hasSize(3);
  }

  @Test
  void aRecordingThatIsRepeatedAsAWholeHasItsSpeakers() {
    SpeechChunk one = stretch(1, 4, 7, 0);
    SpeechChunk other = stretch(5, 8, 3, 1);
    assertThat(turns(block(0, one, other, later(one, 10), later(other, 10))))
        .extracting(SpeakerTurn::speaker)
        .containsExactly(1, 2, 1, 2);
  }

  @Test
  void whoSpeaksSoftlyWhileAnotherSpeaksIsSomebody() {
    assertThat(turns(block(0, stretch(1, 3, 7, 0)), block(1, quiet(stretch(1, 3, 3, 0)))))
        .containsExactly(new SpeakerTurn(1, 0, 1000, 3000), new SpeakerTurn(2, 1, 1000, 3000));
  }

  @Test
  void overlapsStayWithTheirStretchesWhenOthersLeak() {
    List<SpeechChunk> stretches =
        List.of(quiet(stretch(1, 3, 3, 0)), stretch(4, 6, 7, 1), stretch(6, 8, 5, 2));
    BlockVoices own =
        new BlockVoices(
            0,
            stretches,
            List.of(
                new LocalSpeaker(0, List.of(new Share(0, 2), new Share(1, 2)), List.of(1)),
                new LocalSpeaker(0, List.of(new Share(2, 2)), List.of(0))),
            List.of(
                new Overlap(SECOND, 2 * SECOND, 0, List.of(new Share(1, 1))),
                new Overlap(5 * SECOND, 6 * SECOND, 1, List.of(new Share(1, 1)))));
    assertThat(turns(own, block(1, stretch(1, 3, 3, 0))))
        .containsExactly(
            new SpeakerTurn(1, 1, 1000, 3000),
            new SpeakerTurn(2, 0, 4000, 6000),
            new SpeakerTurn(3, 0, 5000, 8000));
  }

  @Test
  void channelsHaveSpeakersOfTheirOwn() {
    assertThat(turns(block(0, stretch(2, 4, 7, 0)), block(1, stretch(1, 3, 7, 0))))
        .containsExactly(new SpeakerTurn(1, 1, 1000, 3000), new SpeakerTurn(2, 0, 2000, 4000));
  }

  @Test
  void shortRepliesGoWithTheirTrack() {
    List<SpeakerTurn> turns =
        turns(
            block(
                0,
                stretch(0, 2, 7, 0),
                stretch(2.5, 2.8, 0, 1),
                stretch(3, 5, 7, 0),
                stretch(6, 8, 3, 1)));
    assertThat(turns).extracting(SpeakerTurn::speaker).containsExactly(1, 2, 1, 2);
  }

  @Test
  void secondSpeakerIsWhoSpokeAlone() {
    List<SpeechChunk> stretches = List.of(stretch(0, 2, 7, 0), stretch(3, 6, 3, 1));
    BlockVoices block =
        new BlockVoices(
            0,
            stretches,
            List.of(
                new LocalSpeaker(0, List.of(new Share(0, 2)), List.of(1)),
                new LocalSpeaker(0, List.of(new Share(1, 2)), List.of(0))),
            List.of(
                new Overlap(
                    4 * SECOND, 5 * SECOND, 1, List.of(new Share(0, 40), new Share(1, 50)))));
    assertThat(turns(block))
        .containsExactly(
            new SpeakerTurn(1, 0, 0, 2000),
            new SpeakerTurn(2, 0, 3000, 6000),
            new SpeakerTurn(1, 0, 4000, 5000));
  }

  @Test
  void whoOnlySpeaksWithTheOnlySpeakerIsAnother() {
    BlockVoices block =
        new BlockVoices(
            0,
            List.of(stretch(0, 2, 7, 0), stretch(3, 9, 7, 0)),
            List.of(
                new LocalSpeaker(0, List.of(new Share(0, 2)), List.of(1)),
                new LocalSpeaker(0, List.of(), List.of(0))),
            List.of(
                new Overlap(
                    4 * SECOND, 8 * SECOND, 1, List.of(new Share(0, 40), new Share(1, 50)))));
    assertThat(turns(block)).extracting(SpeakerTurn::speaker).containsExactly(1, 1, 2);
    assertThat(new Diarizer(new SpeakerOptions(1, 1)).diarize(List.of(block)).turns())
        .extracting(SpeakerTurn::speaker)
        .containsExactly(1, 1);
  }

  @Test
  void whoMustBeThereIsWhoeverIsGuessedToSpeakUnderOthers() {
    BlockVoices block =
        new BlockVoices(
            0,
            List.of(stretch(0, 3, 7, 0), stretch(3, 9, 3, 1), stretch(10, 12, 7, 0)),
            List.of(
                new LocalSpeaker(0, List.of(new Share(1, 2)), List.of(1)),
                new LocalSpeaker(0, List.of(), List.of(0))),
            List.of(
                new Overlap(
                    4 * SECOND, 8 * SECOND, 1, List.of(new Share(0, 40), new Share(1, 50)))));
    assertThat(turns(block)).contains(new SpeakerTurn(1, 0, 4000, 8000));
    assertThat(turns(3, block))
        .containsExactly(
            new SpeakerTurn(1, 0, 0, 3000),
            new SpeakerTurn(2, 0, 3000, 9000),
            new SpeakerTurn(3, 0, 4000, 8000),
            new SpeakerTurn(1, 0, 10_000, 12_000));
    assertThat(turns(4, block)).isEqualTo(turns(3, block));
  }

  @Test
  void numberIsGivenAndNobodyIsMadeUp() {
    List<SpeechChunk> stretches = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      stretches.add(stretch(3 * i, 3 * i + 1 + i % 5 * .2, i % 3, i));
    }
    for (int count = 1; count <= SpeakerOptions.MOST; count++) {
      SpeakerOptions exact = new SpeakerOptions(count, count);
      FileSpeakers found =
          new Diarizer(exact).diarize(List.of(new BlockVoices(0, stretches, List.of(), List.of())));
      assertThat(found.turns().stream().map(SpeakerTurn::speaker).distinct())
          .hasSize(Math.min(count, 3));
      assertThat(found.missing()).isEqualTo(Math.max(0, count - 3));
    }
  }

  @Test
  void numberIsThatOfTheFile() {
    BlockVoices left = block(0, stretch(1, 3, 7, 0), stretch(4, 4.3, 7, 1), stretch(5, 7, 7, 0));
    BlockVoices right = block(1, stretch(1, 3, 2, 0), stretch(8, 10, 3, 0));
    assertThat(turns(2, left, right)).extracting(SpeakerTurn::speaker).containsOnly(1, 2);
    assertThat(turns(3, left, right)).isEqualTo(turns(left, right));
    assertThat(turns(4, left, right)).isEqualTo(turns(left, right));
    assertThat(turns(1, left, right)).extracting(SpeakerTurn::speaker).containsOnly(1, 2);
  }

  private static List<SpeakerTurn> turns(int exact, BlockVoices... blocks) {
    return new Diarizer(new SpeakerOptions(exact, exact)).diarize(List.of(blocks)).turns();
  }

  /** Ten hours of nine speakers, two of whom only speak in one half. */
  @Test
  void longFilesAreJoined() {
    List<BlockVoices> blocks = new ArrayList<>();
    List<Integer> said = new ArrayList<>();
    for (int minute = 0; minute < 600; minute += 5) {
      List<SpeechChunk> stretches = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        int voice = random.nextInt(7) + (random.nextInt(4) > 0 ? 0 : minute < 300 ? 1 : 2);
        said.add(voice);
        double from = minute * 60 + 3 * i;
        stretches.add(stretch(from, from + 2, voice, 0));
      }
      blocks.add(new BlockVoices(0, stretches, List.of(), List.of()));
    }
    List<SpeakerTurn> turns = new Diarizer(SpeakerOptions.ANY).diarize(blocks).turns();
    assertThat(turns).hasSize(said.size());
    assertThat(turns.stream().map(SpeakerTurn::speaker).distinct()).hasSize(9);
    int[] names = new int[10];
    for (int i = 0; i < said.size(); i++) {
      int speaker = turns.get(i).speaker();
      assertThat(names[speaker]).isIn(0, said.get(i) + 1);
      names[speaker] = said.get(i) + 1;
    }
  }

  @Test
  void voicesThatAreTooShortAreOneSpeaker() {
    assertThat(turns(block(0, stretch(0, .2, 0, 0), stretch(1, 1.2, 0, 1))))
        .extracting(SpeakerTurn::speaker)
        .containsExactly(1, 1);
    assertThat(new Diarizer(SpeakerOptions.ANY).diarize(Collections.emptyList()).turns()).isEmpty();
  }
}
