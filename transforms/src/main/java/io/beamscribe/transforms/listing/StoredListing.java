// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.transforms.storage.ObjectStorage;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.storage.shared.StoredObject;
import io.beamscribe.transforms.values.Failures;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/**
 * Lists object storage: everything below a prefix, at a thousand objects per request. Unlike Beam's
 * match it needs no request per folder or file, and reports ETags.
 */
public final class StoredListing {
  private final ObjectStorage storage;

  public StoredListing(StorageSettings settings) {
    this.storage = new ObjectStorage(settings);
  }

  /**
   * Whether an input matches anything; stops at the first match.
   *
   * @throws IllegalArgumentException if there can be nothing of this name
   */
  public boolean findsAny(String input) throws IOException {
    InputPattern pattern = InputPattern.parse(input);
    if (named(pattern).isPresent()) {
      return true;
    }
    if (pattern.kind() == InputPattern.Kind.FILE) {
      return isFolder(input); // which the listing has more to say about
    }
    Selection selection = new Selection(pattern, "");
    AtomicBoolean any = new AtomicBoolean();
    storage.list(
        pattern.prefix(),
        file -> {
          any.set(selection.takes(file));
          return !any.get();
        });
    return any.get();
  }

  /**
   * The addresses of the files that an input matches, sorted.
   *
   * @throws IllegalArgumentException if its pattern is malformed
   */
  public List<String> addresses(String input) throws IOException {
    InputPattern pattern = InputPattern.parse(input);
    Optional<StoredObject> named = named(pattern);
    if (named.isPresent() || pattern.kind() == InputPattern.Kind.FILE) {
      return named.stream().map(StoredObject::address).toList();
    }
    Selection selection = new Selection(pattern, "");
    List<String> found = new ArrayList<>();
    storage.list(
        pattern.prefix(),
        file -> {
          if (selection.takes(file)) {
            found.add(file.address());
          }
          return true;
        });
    return found.stream().sorted().toList();
  }

  Findings find(InputPattern input, String output) throws SpeechException {
    try {
      Optional<StoredObject> named = named(input);
      if (named.isPresent()) {
        return Findings.of(found(named.get(), true));
      }
      if (input.kind() == InputPattern.Kind.FILE) {
        throw nothing(input);
      }
      Selection selection = new Selection(input, output);
      List<Found> found = new ArrayList<>();
      AtomicLong ignored = new AtomicLong();
      storage.list(
          input.prefix(),
          file -> {
            if (!selection.takes(file)) {
              return true;
            }
            if (file.name().startsWith(".")) {
              ignored.incrementAndGet();
            } else {
              found.add(found(file, false));
            }
            return true;
          });
      return new Findings(found, Map.of(), ignored.get());
    } catch (IOException e) {
      throw Failures.reading(e);
    } catch (PatternSyntaxException e) {
      throw new SpeechException(
          ErrorKind.INVALID_URI, "This is not a pattern: " + e.getDescription() + ".", e);
    } catch (IllegalArgumentException e) {
      throw new SpeechException(
          ErrorKind.INVALID_URI,
          "No storage is known for this address: " + e.getMessage() + ".",
          e);
    }
  }

  /** The file whose name is that of the input to the letter, also if it looks like a pattern. */
  private Optional<StoredObject> named(InputPattern input) throws IOException {
    if (input.kind() == InputPattern.Kind.FOLDER) {
      return Optional.empty();
    }
    try {
      return Optional.of(storage.find(input.text()));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  private SpeechException nothing(InputPattern input) throws IOException {
    return isFolder(input.text())
        ? new SpeechException(
            ErrorKind.INVALID_URI, "This is a prefix of names; add a slash to take all below it.")
        : Failures.reading(new FileNotFoundException(input.text()));
  }

  private boolean isFolder(String address) throws IOException {
    AtomicBoolean any = new AtomicBoolean();
    storage.list(
        address + "/",
        file -> {
          any.set(true);
          return false;
        });
    return any.get();
  }

  private static Found found(StoredObject file, boolean named) {
    return new Found(file.address(), file.address(), file.size(), file.version(), named);
  }

  /** Selects the files below a prefix that match. */
  private static final class Selection {
    private final Predicate<String> pattern;
    private final String output;

    Selection(InputPattern input, String output) {
      this.pattern =
          input.kind() == InputPattern.Kind.PATTERN
              ? Globs.addresses(input.text())
              : address -> true;
      this.output = output + "/";
    }

    boolean takes(StoredObject file) {
      return !file.address().startsWith(output) && pattern.test(file.address());
    }
  }
}
