// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.inputs;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.http.LocalAddress;
import io.beamscribe.transforms.listing.Globs;
import io.beamscribe.transforms.listing.StoredListing;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.values.Failures;
import java.io.IOException;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.jspecify.annotations.Nullable;

/** Checks made before any work is done, so that a mistake costs a second and not an hour. */
@Internal
public final class Preflight {
  private static final String PROBE = ".beamscribe-probe";

  private Preflight() {}

  /** Checks that the output is writable, by writing and deleting a file. */
  public static void requireWritable(String output, StorageSettings storage) throws UsageException {
    String probe = (output.endsWith("/") ? output : output + "/") + PROBE;
    try {
      AtomicFiles files = new AtomicFiles(storage);
      files.write(probe, new byte[] {'\n'});
      files.delete(probe);
    } catch (IOException | RuntimeException e) {
      throw new UsageException(
          "Nothing can be written to the output "
              + Addresses.withoutSecrets(output)
              + (Addresses.isLocal(output) ? "" : ": " + Failures.reason(e))
              + ".",
          e);
    }
  }

  /**
   * Checks that each input of the command line exists. Inputs in manifests may fail one by one
   * instead.
   */
  public static void requireInputs(List<String> given, StorageSettings storage)
      throws UsageException {
    for (String input : given) {
      if (!Addresses.isWeb(input) && !names(input, storage)) {
        throw new UsageException(
            (Globs.isPattern(input)
                    ? "No file matches the input '"
                    : "There is no file or folder '")
                + Addresses.withoutSecrets(input)
                + "'.");
      }
    }
  }

  private static boolean names(String input, StorageSettings storage) throws UsageException {
    if (!Addresses.isLocal(input)) {
      return isStored(input, storage);
    }
    requireNoSpecial(input);
    if (LocalAddress.exists(input)) {
      return true;
    }
    if (!Globs.isPattern(input)) {
      return false;
    }
    String spec = input.endsWith("/") ? input + "**" : input;
    // As in listing, ** also matches no folder at all.
    return Globs.spellings(spec).stream().anyMatch(Preflight::matches);
  }

  /** What has no length and can be read once only, and perhaps never, is no file. */
  public static void requireNoSpecial(String input) throws UsageException {
    if (Addresses.isLocal(input) && LocalAddress.isSpecial(input)) {
      throw new UsageException(
          "The input '%s' is neither a file nor a folder: pipes and devices are not read."
              .formatted(input));
    }
  }

  /** Storage that does not respond is reported by the job, with the reason. */
  private static boolean isStored(String input, StorageSettings storage) throws UsageException {
    try {
      return new StoredListing(storage).findsAny(input);
    } catch (IOException e) {
      return true;
    } catch (PatternSyntaxException e) {
      throw unusable(input, "it is no pattern: " + e.getDescription(), e);
    } catch (IllegalArgumentException e) {
      throw unusable(input, e.getMessage(), e);
    }
  }

  private static UsageException unusable(
      String input, @Nullable String reason, IllegalArgumentException e) {
    return new UsageException(
        "The input '%s' cannot be read: %s.".formatted(Addresses.withoutSecrets(input), reason), e);
  }

  private static boolean matches(String spec) {
    try {
      return !FileSystems.match(Addresses.localPath(spec), EmptyMatchTreatment.ALLOW)
          .metadata()
          .isEmpty();
    } catch (IOException e) {
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
