// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.settings.FileSelection;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.Failures;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files that the inputs match at one moment.
 *
 * @param files to transcribe, the largest first, each once
 * @param failed inputs that match nothing, and entries that cannot be read
 * @param ignored number of hidden or special files that a prefix or pattern matched
 * @param excluded number of files that are in the inputs and not selected
 */
public record AudioListing(
    List<AudioFile> files, List<FileReport> failed, long ignored, long excluded) {

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
    NameFilter names = new NameFilter(selection);
    List<InputPattern> patterns = inputs.stream().map(InputPattern::parse).toList();
    CommonFolder common = CommonFolder.of(patterns);
    Map<String, Found> found = new LinkedHashMap<>();
    List<FileReport> failed = new ArrayList<>();
    Set<String> excluded = new HashSet<>();
    long ignored = 0;
    for (InputPattern pattern : patterns) {
      if (isLeftOut(pattern, common, names)) {
        excluded.add(pattern.text());
        continue;
      }
      try {
        Findings findings = find(pattern, output, storage);
        for (Found file : findings.files()) {
          if (names.takes(common.below(file.identity()))) {
            found.merge(file.identity(), file, Found::preferNamed);
          } else {
            excluded.add(file.identity());
          }
        }
        findings.unreadable().entrySet().stream()
            .filter(entry -> names.takes(common.below(entry.getKey())))
            .forEach(
                entry ->
                    failed.add(
                        Failures.of(
                            common.below(entry.getKey()), entry.getKey(), entry.getValue())));
        ignored += findings.ignored();
        if (findings.isEmpty()) {
          throw new SpeechException(ErrorKind.INVALID_URI, "Nothing matches this input.");
        }
      } catch (SpeechException e) {
        failed.add(unlisted(pattern, e));
      } catch (RuntimeException e) {
        failed.add(
            unlisted(
                pattern,
                // What the message quotes of an address may be secret.
                new SpeechException(
                    ErrorKind.INVALID_URI, "This is no address that can be listed.", e)));
      }
    }
    return new AudioListing(
        ordered(found.values().stream().toList(), common), failed, ignored, excluded.size());
  }

  /** Whether an input names one file, which is not meant; it is not even looked for. */
  private static boolean isLeftOut(InputPattern input, CommonFolder common, NameFilter names) {
    try {
      return input.kind() == InputPattern.Kind.FILE && !names.takes(common.below(input));
    } catch (InvalidPathException e) {
      return false; // which has a row of its own
    }
  }

  /** A copy with only some of the files. */
  AudioListing withFiles(List<AudioFile> some) {
    return new AudioListing(some, failed, ignored, excluded);
  }

  private static FileReport unlisted(InputPattern pattern, SpeechException e) {
    return Failures.of(Addresses.withoutSecrets(pattern.text()), pattern.text(), e);
  }

  /** Finds the files of an input, leaving out those under the output. */
  static Findings find(InputPattern input, String output, StorageSettings storage)
      throws SpeechException {
    if (Addresses.isWeb(input.text())) {
      return new Findings(List.of(WebFile.find(input.text())), Map.of(), 0);
    }
    if (!Addresses.isLocal(input.text())) {
      return new StoredListing(storage).find(input, output);
    }
    try {
      return LocalListing.find(
          input, Addresses.isLocal(output) ? InputPattern.absolute(output) : null);
    } catch (InvalidPathException e) {
      throw new SpeechException(ErrorKind.INVALID_URI, "This is not the name of a file.", e);
    }
  }

  // The largest first, so that no long file is started last; then by name, so that the order is
  // deterministic.
  private static List<AudioFile> ordered(List<Found> found, CommonFolder common) {
    List<Found> order = new ArrayList<>(found);
    order.sort(Comparator.comparingLong(Found::size).reversed().thenComparing(Found::address));
    List<AudioFile> files = new ArrayList<>();
    Set<String> paths = new HashSet<>();
    for (Found file : order) {
      String path = common.below(file.identity());
      while (!paths.add(path)) {
        path += "~"; // a name that is not text, and one that is what stands for it
      }
      files.add(new AudioFile(file.address(), path, file.size(), file.version(), file.named()));
    }
    return Collections.unmodifiableList(files);
  }
}
