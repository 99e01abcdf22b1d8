// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.settings.FileChoices;
import io.beamscribe.transforms.settings.FileSelection;
import io.beamscribe.transforms.settings.RunSettings;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.values.AudioFile;
import java.util.List;

/**
 * The files that the inputs match at one moment.
 *
 * @param files to transcribe, the largest first, each once
 * @param failed inputs that match nothing, and entries that cannot be read
 * @param unreadable the entries among them
 * @param ignored number of hidden or special files that a prefix or pattern matched
 * @param excluded number of files that are in the inputs and not selected
 */
public record AudioListing(
    List<AudioFile> files,
    List<FileReport> failed,
    List<FileReport> unreadable,
    long ignored,
    long excluded) {

  /** As {@link #of(List, String, StorageSettings, FileSelection)}, selecting every file. */
  public static AudioListing of(List<String> inputs, String output, StorageSettings storage) {
    return of(inputs, output, storage, FileSelection.ALL);
  }

  /**
   * Lists the inputs: files, folders and other prefixes, patterns. Files under the output are left
   * out.
   *
   * @param storage how to reach addresses that are not local
   * @param selection which of the files are meant; no others are asked for
   */
  public static AudioListing of(
      List<String> inputs, String output, StorageSettings storage, FileSelection selection) {
    return of(inputs, output, storage, selection, FileChoices.NONE);
  }

  /** Lists the inputs of a batch. */
  public static AudioListing of(List<String> inputs, TranscriptionSettings settings) {
    RunSettings run = settings.run();
    return of(inputs, run.output().root(), settings.storage(), run.selection(), run.choices());
  }

  private static AudioListing of(
      List<String> inputs,
      String output,
      StorageSettings storage,
      FileSelection selection,
      FileChoices choices) {
    List<InputPattern> patterns = inputs.stream().map(InputPattern::parse).toList();
    Gathering all =
        new Gathering(
            CommonFolder.of(patterns), new NameFilter(selection), output, storage, choices);
    all.gather(patterns);
    return new AudioListing(
        all.files(), all.failed(), all.unreadable(), all.ignored(), all.excluded());
  }

  /** A copy with only some of the files. */
  AudioListing withFiles(List<AudioFile> some) {
    return new AudioListing(some, failed, unreadable, ignored, excluded);
  }
}
