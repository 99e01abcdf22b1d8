// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.streaming;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.transforms.listing.AudioListing;
import io.beamscribe.transforms.values.AudioFile;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be done after one look at the inputs.
 *
 * @param files to transcribe now, the smallest first
 * @param memory with which to look again
 * @param complete whether there is nothing left to take of what was seen
 */
record PollResult(List<AudioFile> files, PollState memory, boolean complete) {

  /**
   * Compares a listing with what was seen before. A file is taken in each version once: from a
   * store, which shows no object before it is complete, at once; from a disk when it is as it was
   * at the last look. Files that are gone are forgotten, unless the listing may lack some.
   *
   * @param most files to take at a time
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

  /** Inputs that name nothing are empty for now; others that fail may be full. */
  private static boolean isWhole(AudioListing listing) {
    return listing.failed().stream().allMatch(row -> row.errorKind() == ErrorKind.INVALID_URI);
  }
}
