// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.listing.AudioListing;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.Failures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollResultTest {
  private PollState memory = PollState.EMPTY;

  @Test
  void takesAnObjectOfAStoreOnceInEachVersion() {
    AudioFile first = file("s3a://b/a.wav", "1");
    AudioFile second = file("s3a://b/a.wav", "2");

    assertThat(look(first)).containsExactly(first);
    assertThat(look(first)).isEmpty();
    assertThat(look(second)).containsExactly(second);
    assertThat(look(second)).isEmpty();
  }

  @Test
  void takesAFileOfADiskWhenItIsNoLongerWritten() {
    assertThat(look(file("/in/a.wav", "1"))).isEmpty();
    assertThat(look(file("/in/a.wav", "2"))).isEmpty();
    assertThat(look(file("/in/a.wav", "2"))).hasSize(1);
    assertThat(look(file("/in/a.wav", "2"))).isEmpty();
    assertThat(look(file("/in/a.wav", "3"))).isEmpty();
    assertThat(look(file("/in/a.wav", "3"))).hasSize(1);
  }

  @Test
  void forgetsWhatIsGone() {
    AudioFile gone = file("s3a://b/a.wav", "1");
    AudioFile stays = file("s3a://b/b.wav", "1");
    look(gone, stays);
    look(stays);

    assertThat(memory.taken().size()).isEqualTo(1);
    assertThat(memory.unsettled().size()).isZero();
    assertThat(look(gone, stays)).containsExactly(gone);
  }

  @Test
  void forgetsNothingWhereAnInputCouldNotBeListed() {
    AudioFile file = file("s3a://b/a.wav", "1");
    look(file);
    AudioListing away = failing(ErrorKind.TRANSIENT);
    PollResult look = PollResult.of(memory, away, 10);
    assertThat(look.files()).isEmpty();
    memory = look.memory();
    assertThat(look(file)).isEmpty();

    memory = PollResult.of(memory, failing(ErrorKind.INVALID_URI), 10).memory();
    assertThat(memory.taken().size()).isZero();
  }

  @Test
  void takesABurstInPartsTheSmallestFirst() {
    AudioFile[] files = new AudioFile[25];
    for (int i = 0; i < files.length; i++) {
      String address = (i % 2 == 0 ? "s3a://b/" : "/in/") + i;
      files[i] = new AudioFile(address, address, 100 - i, "1", false);
    }
    List<AudioFile> taken = new ArrayList<>();
    List<Boolean> complete = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      PollResult look =
          PollResult.of(
              memory, new AudioListing(Arrays.asList(files), List.of(), List.of(), 0, 0), 10);
      memory = look.memory();
      taken.addAll(look.files());
      complete.add(look.complete());
    }
    assertThat(taken).hasSize(25).doesNotHaveDuplicates();
    assertThat(taken.get(0)).isEqualTo(files[24]);
    assertThat(complete).containsExactly(false, false, true, true, true);
  }

  private List<AudioFile> look(AudioFile... files) {
    PollResult look =
        PollResult.of(
            memory, new AudioListing(Arrays.asList(files), List.of(), List.of(), 0, 0), 10);
    memory = look.memory();
    return look.files();
  }

  private static AudioListing failing(ErrorKind kind) {
    FileReport row = Failures.of("in", "s3a://b/", new SpeechException(kind, "no"));
    return new AudioListing(List.of(), List.of(row), List.of(), 0, 0);
  }

  private static AudioFile file(String address, String version) {
    return new AudioFile(address, address, 10, version, false);
  }
}
