// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.transcription.FileChoice;
import io.beamscribe.transforms.settings.FileChoices;
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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers the files of several inputs, each once. */
final class Gathering {
  private final CommonFolder common;
  private final NameFilter names;
  private final String output;
  private final StorageSettings storage;
  private final FileChoices choices;
  private final Map<String, Found> found = new LinkedHashMap<>();
  private final List<FileReport> failed = new ArrayList<>();
  private final List<FileReport> unreadable = new ArrayList<>();
  private final Set<String> excluded = new HashSet<>();
  private long ignored;

  Gathering(
      CommonFolder common,
      NameFilter names,
      String output,
      StorageSettings storage,
      FileChoices choices) {
    this.common = common;
    this.names = names;
    this.output = output;
    this.storage = storage;
    this.choices = choices;
  }

  /** Lists the inputs. To be called once. */
  void gather(List<InputPattern> patterns) {
    List<InputPattern> meant = new ArrayList<>();
    for (InputPattern pattern : patterns) {
      if (isLeftOut(pattern)) {
        excluded.add(pattern.text());
      } else {
        meant.add(pattern);
      }
    }
    try (WebLookups web =
        new WebLookups(meant.stream().map(InputPattern::text).filter(Addresses::isWeb).toList())) {
      meant.forEach(pattern -> gather(pattern, web));
    }
  }

  /** Inputs that match nothing, and entries that cannot be read. */
  List<FileReport> failed() {
    return failed;
  }

  /** The entries among them. */
  List<FileReport> unreadable() {
    return unreadable;
  }

  /** Number of hidden or special files. */
  long ignored() {
    return ignored;
  }

  /** Number of files that are in the inputs and not selected. */
  long excluded() {
    return excluded.size();
  }

  private void gather(InputPattern pattern, WebLookups web) {
    Optional<String> refusal = choices.refusal(pattern.text());
    if (refusal.isPresent()) {
      failed.add(
          unlisted(pattern, new SpeechException(ErrorKind.UNSUPPORTED_AUDIO, refusal.get())));
      return;
    }
    try {
      add(
          Addresses.isWeb(pattern.text())
              ? Findings.of(web.find(pattern.text()))
              : OneInput.find(pattern, output, storage),
          choices.of(pattern.text()).orElse(null));
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

  private void add(Findings findings, @Nullable FileChoice choice) throws SpeechException {
    for (Found file : findings.files()) {
      if (names.takes(common.below(file.identity()))) {
        found.merge(file.identity(), file.with(choice), Found::preferNamed);
      } else {
        excluded.add(file.identity());
      }
    }
    findings
        .unreadable()
        .forEach(
            (address, failure) -> {
              String path = common.below(address);
              if (names.takes(path)) {
                unreadable.add(Failures.of(path, address, failure));
                failed.add(unreadable.get(unreadable.size() - 1));
              }
            });
    ignored += findings.ignored();
    if (findings.isEmpty()) {
      throw new SpeechException(ErrorKind.INVALID_URI, "Nothing matches this input.");
    }
  }

  /** Whether an input names one file, which is not meant; it is not even looked for. */
  private boolean isLeftOut(InputPattern input) {
    try {
      return input.kind() == InputPattern.Kind.FILE && !names.takes(common.below(input));
    } catch (InvalidPathException e) {
      return false; // which has a row of its own
    }
  }

  private static FileReport unlisted(InputPattern pattern, SpeechException e) {
    return Failures.of(Addresses.label(pattern.text()), pattern.text(), e);
  }

  /**
   * The files, the largest first, so that no long one is started last; then by name, so that the
   * order is deterministic.
   */
  List<AudioFile> files() {
    List<Found> order = new ArrayList<>(found.values());
    order.sort(Comparator.comparingLong(Found::size).reversed().thenComparing(Found::address));
    List<AudioFile> files = new ArrayList<>();
    Set<String> paths = new HashSet<>();
    for (Found file : order) {
      String path = common.below(file.identity());
      while (!paths.add(path)) {
        path += "~"; // a name that is not text, and one that is what stands for it
      }
      files.add(
          new AudioFile(
              file.address(), path, file.size(), file.version(), file.named(), file.choice()));
    }
    return Collections.unmodifiableList(files);
  }
}
