// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.transforms.listing.AudioListing;
import io.beamscribe.transforms.settings.FileSelection;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.values.Failures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputPollTest {
  @TempDir Path folder;

  @Test
  void instancesShareAListingUntilItIsForgotten() throws Exception {
    try (Lease<InputPoll> one = lease();
        Lease<InputPoll> other = lease()) {
      AudioListing first = one.value().listing().get();
      Files.writeString(folder.resolve("a.wav"), "audio");
      assertThat(other.value().listing().get()).isSameAs(first);
      assertThat(first.files()).isEmpty();

      other.value().forget();
      assertThat(one.value().listing().get().files()).hasSize(1);
    }
  }

  @Test
  void aFailureIsNewsOnceUntilItHasPassed() {
    FileReport away = failure("s3a://a");
    FileReport gone = failure("s3a://b");
    try (Lease<InputPoll> lease = lease()) {
      InputPoll poll = lease.value();
      assertThat(poll.news(List.of(away))).containsExactly(away);
      assertThat(poll.news(List.of(away, gone))).containsExactly(gone);
      assertThat(poll.news(List.of(gone))).isEmpty();
      assertThat(poll.news(List.of(away, gone))).containsExactly(away);
    }
  }

  private Lease<InputPoll> lease() {
    return InputPoll.lease(
        List.of(folder.toString()),
        new OutputLayout(folder.resolve("out").toString()),
        FileSelection.ALL);
  }

  private static FileReport failure(String input) {
    return Failures.of(input, input, new SpeechException(ErrorKind.TRANSIENT, "no"));
  }
}
