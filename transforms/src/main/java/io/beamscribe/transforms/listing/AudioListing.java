// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.report.FileReport;
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
 */
public record AudioListing(List<AudioFile> files, List<FileReport> failed, long ignored) {

  /**
   * Lists the inputs: files, folders and other prefixes, patterns. Files under the output are left
   * out.
   *
   * @param storage how to reach addresses that are not local
   */
  public static AudioListing of(List<String> inputs, String output, StorageSettings storage) {
    List<InputPattern> patterns = inputs.stream().map(InputPattern::parse).toList();
    CommonFolder common = CommonFolder.of(patterns);
    Map<String, Found> found = new LinkedHashMap<>();
    List<FileReport> failed = new ArrayList<>();
    long ignored = 0;
    for (InputPattern pattern : patterns) {
      try {
        Findings findings = find(pattern, output, storage);
        findings.files().forEach(file -> found.merge(file.identity(), file, Found::preferNamed));
        findings
            .unreadable()
            .forEach((file, e) -> failed.add(Failures.of(common.below(file), file, e)));
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
    return new AudioListing(ordered(found.values().stream().toList(), common), failed, ignored);
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
