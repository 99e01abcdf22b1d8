// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import io.beamscribe.transforms.output.MarkerIndex;
import io.beamscribe.transforms.output.MarkerIndexFiles;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The listing of a batch, made once for all instances of a DoFn in a JVM: one of them needs the
 * number of files, another outputs them. If a runner moves the rest of a listing to another JVM, it
 * is made again there. Thread-safe.
 */
final class BatchListing {
  private static final Leases<Key, BatchListing> SHARED =
      new Leases<>(Retention.none(), listing -> {});

  private final Key key;
  private @Nullable Listed listed;

  private record Key(List<String> inputs, TranscriptionSettings settings) {}

  /**
   * A listing, and what is known of finished files.
   *
   * @param left number of files that are left to later runs
   */
  record Listed(AudioListing audio, long left, MarkerIndex markers) {}

  private BatchListing(Key key) {
    this.key = key;
  }

  static Lease<BatchListing> lease(List<String> inputs, TranscriptionSettings settings) {
    Key key = new Key(inputs, settings);
    return SHARED.share(key, () -> new BatchListing(key));
  }

  synchronized Listed get() {
    if (listed == null) {
      listed = list();
    }
    return listed;
  }

  /** Frees a listing that was output in full; the instances may long outlive it. */
  synchronized void forget() {
    listed = null;
  }

  private Listed list() {
    TranscriptionSettings settings = key.settings();
    AudioListing audio = AudioListing.of(key.inputs(), settings);
    MarkerIndex markers =
        settings.run().overwrite()
            ? MarkerIndex.empty()
            : new MarkerIndexFiles(settings.output(), settings.run().id())
                .read(audio.files().size());
    WorkList work = WorkList.of(audio.files(), markers, settings);
    return new Listed(audio.withFiles(work.files()), work.left().size(), markers);
  }
}
