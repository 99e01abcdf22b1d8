// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.streaming;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import io.beamscribe.transforms.listing.AudioListing;
import io.beamscribe.transforms.settings.OutputLayout;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The listing of inputs that is being made, beside the threads of the runner, since a checkpoint
 * would wait for it. One for all instances of a DoFn in a JVM, of which the runner takes any.
 * Thread-safe.
 */
final class InputPoll {
  private static final Leases<Key, InputPoll> SHARED = new Leases<>(Retention.none(), poll -> {});

  private final Key key;
  private @Nullable CompletableFuture<AudioListing> listing;
  private List<FileReport> failed = List.of();

  private record Key(List<String> inputs, OutputLayout output) {}

  private InputPoll(Key key) {
    this.key = key;
  }

  static Lease<InputPoll> lease(List<String> inputs, OutputLayout output) {
    Key key = new Key(inputs, output);
    return SHARED.share(key, () -> new InputPoll(key));
  }

  /** The listing that was begun last, or a new one. */
  synchronized CompletableFuture<AudioListing> listing() {
    if (listing == null) {
      listing =
          CompletableFuture.supplyAsync(
              () -> AudioListing.of(key.inputs(), key.output().root(), key.output().storage()));
    }
    return listing;
  }

  /** Has the next call begin anew. */
  synchronized void forget() {
    listing = null;
  }

  /** Which failures are new since the last call: each is reported once, not at each look. */
  synchronized List<FileReport> news(List<FileReport> now) {
    List<FileReport> before = failed;
    failed = now;
    return now.stream().filter(row -> !before.contains(row)).toList();
  }
}
