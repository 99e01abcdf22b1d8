// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.streaming;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import io.beamscribe.transforms.listing.AudioListing;
import io.beamscribe.transforms.settings.FileSelection;
import io.beamscribe.transforms.settings.OutputLayout;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A listing of the inputs made in the background, since a checkpoint would wait for it. Shared by
 * all instances of a DoFn in a JVM, since the runner may use any of them. Thread-safe.
 */
final class InputPoll {
  private static final Leases<Key, InputPoll> SHARED = new Leases<>(Retention.none(), poll -> {});

  private final Key key;
  private @Nullable CompletableFuture<AudioListing> listing;
  private List<FileReport> failed = List.of();

  private record Key(List<String> inputs, OutputLayout output, FileSelection selection) {}

  private InputPoll(Key key) {
    this.key = key;
  }

  static Lease<InputPoll> lease(List<String> inputs, OutputLayout output, FileSelection selection) {
    Key key = new Key(inputs, output, selection);
    return SHARED.share(key, () -> new InputPoll(key));
  }

  /** The listing in progress or just finished; starts one if there is none. */
  synchronized CompletableFuture<AudioListing> listing() {
    if (listing == null) {
      listing =
          CompletableFuture.supplyAsync(
              () ->
                  AudioListing.of(
                      key.inputs(), key.output().root(), key.output().storage(), key.selection()));
    }
    return listing;
  }

  /** Discards the listing, so that the next call starts another. */
  synchronized void forget() {
    listing = null;
  }

  /** The failures that are new since the last call: each is reported once, not at each poll. */
  synchronized List<FileReport> news(List<FileReport> now) {
    List<FileReport> before = failed;
    failed = now;
    return now.stream().filter(row -> !before.contains(row)).toList();
  }
}
