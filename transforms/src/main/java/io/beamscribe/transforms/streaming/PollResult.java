// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.streaming;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.transforms.listing.AudioListing;
import io.beamscribe.transforms.values.AudioFile;
import java.util.ArrayList;
import java.util.List;

/**
 * The outcome of one poll of the inputs.
 *
 * @param files to transcribe now, the smallest first
 * @param memory state for the next poll
 * @param complete whether all new files were taken
 */
record PollResult(List<AudioFile> files, PollState memory, boolean complete) {

  /**
   * Compares a listing with the state before. Each version of a file is taken once: from a store,
   * which shows only complete objects, at once; from a disk, once it is unchanged since the last
   * poll. Files that are gone are forgotten, unless the listing may be incomplete.
   *
   * @param most maximum number of files to take
   */
  static PollResult of(PollState before, AudioListing listing, int most) {
    List<AudioFile> take = new ArrayList<>();
    List<AudioFile> taken = new ArrayList<>();
    List<AudioFile> unsettled = new ArrayList<>();
    boolean complete = true;
    List<AudioFile> files = listing.files();
    for (int i = files.size() - 1; i >= 0; i--) {
      AudioFile file = files.get(i);
      if (before.taken().has(file)) {
        taken.add(file);
      } else if (Addresses.isLocal(file.address()) && !before.unsettled().has(file)) {
        unsettled.add(file);
      } else if (take.size() < most) {
        take.add(file);
        taken.add(file);
      } else {
        complete = false;
        if (Addresses.isLocal(file.address())) {
          unsettled.add(file);
        }
      }
    }
    SeenFiles now = SeenFiles.of(taken);
    return new PollResult(
        take,
        new PollState(isWhole(listing) ? now : before.taken().and(now), SeenFiles.of(unsettled)),
        complete);
  }

  /** Inputs that match nothing are empty; other failures may hide files. */
  private static boolean isWhole(AudioListing listing) {
    return listing.failed().stream().allMatch(row -> row.errorKind() == ErrorKind.INVALID_URI);
  }
}
