// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.transforms.storage.ObjectStorage;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.storage.shared.StorageScope;
import io.beamscribe.transforms.values.Failures;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Lists object storage: everything below a prefix, at a thousand objects per request. Unlike Beam's
 * match it needs no request per folder or file, and reports ETags.
 */
public final class StoredListing {
  private final ObjectStorage storage;

  public StoredListing(StorageSettings settings) {
    this.storage = new ObjectStorage(settings);
  }

  /** Whether an input matches anything; stops at the first match. */
  public boolean findsAny(String input) throws IOException {
    InputPattern pattern = InputPattern.parse(input);
    if (pattern.kind() == InputPattern.Kind.FILE) {
      return storage.exists(input);
    }
    Selection selection = new Selection(pattern, "");
    try (StorageScope scope = StorageScope.open();
        Lease<FileSystem> files = storage.files(pattern.folder())) {
      RemoteIterator<LocatedFileStatus> all = all(files.value(), pattern);
      while (all.hasNext()) {
        if (selection.takes(all.next())) {
          return true;
        }
      }
    } catch (FileNotFoundException e) {
      return false;
    }
    return false;
  }

  /**
   * The addresses of the files that an input matches, sorted.
   *
   * @throws IllegalArgumentException if its pattern is malformed
   */
  public List<String> addresses(String input) throws IOException {
    InputPattern pattern = InputPattern.parse(input);
    if (pattern.kind() == InputPattern.Kind.FILE) {
      return storage.exists(input) ? List.of(input) : List.of();
    }
    Selection selection = new Selection(pattern, "");
    return storage.listFiles(pattern.folder()).stream()
        .filter(selection::takes)
        .map(file -> file.getPath().toString())
        .sorted()
        .toList();
  }

  Findings find(InputPattern input, String output) throws SpeechException {
    try (StorageScope scope = StorageScope.open();
        Lease<FileSystem> files = storage.files(input.folder())) {
      if (input.kind() == InputPattern.Kind.FILE) {
        FileStatus one = files.value().getFileStatus(ObjectStorage.path(input.text()));
        if (one.isDirectory()) {
          throw new SpeechException(
              ErrorKind.INVALID_URI,
              "This is a prefix of names; add a slash to take all below it.");
        }
        return new Findings(List.of(found(one, true)), Map.of(), 0);
      }
      Selection selection = new Selection(input, output);
      List<Found> found = new ArrayList<>();
      long ignored = 0;
      RemoteIterator<LocatedFileStatus> all = all(files.value(), input);
      while (all.hasNext()) {
        LocatedFileStatus file = all.next();
        if (selection.takes(file)) {
          if (file.getPath().getName().startsWith(".")) {
            ignored++;
          } else {
            found.add(found(file, false));
          }
        }
      }
      return new Findings(found, Map.of(), ignored);
    } catch (IOException e) {
      throw Failures.reading(e);
    } catch (PatternSyntaxException e) {
      throw new SpeechException(
          ErrorKind.INVALID_URI, "This is not a pattern: " + e.getDescription() + ".", e);
    } catch (IllegalArgumentException e) {
      throw new SpeechException(
          ErrorKind.INVALID_URI, "No storage is known for this address: " + e.getMessage(), e);
    }
  }

  private static RemoteIterator<LocatedFileStatus> all(FileSystem files, InputPattern input)
      throws IOException {
    return files.listFiles(ObjectStorage.path(input.folder()), true);
  }

  private static Found found(FileStatus file, boolean named) {
    String address = file.getPath().toString();
    return new Found(address, address, file.getLen(), version(file), named);
  }

  private static String version(FileStatus file) {
    String etag = file instanceof EtagSource tagged ? tagged.getEtag() : null;
    return etag == null || etag.isEmpty()
        ? Long.toString(file.getModificationTime())
        : etag.replace("\"", "");
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

    boolean takes(FileStatus file) {
      String address = file.getPath().toString();
      return !address.startsWith(output) && pattern.test(address);
    }
  }
}
