// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.inputs;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.http.LocalAddress;
import io.beamscribe.transforms.listing.Globs;
import io.beamscribe.transforms.listing.VersionCheck;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.values.AudioFile;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.apache.beam.sdk.annotations.Internal;

/**
 * Checks that something can come of each input of a stream, which may still be empty. One that
 * nothing ever matches would wait in silence.
 *
 * @param output as on the command line
 * @param events whether inputs select events of a store, instead of being polled
 */
@Internal
public record WatchInputs(String output, StorageSettings storage, boolean events) {
  private static final String STORE = "s3a://";

  /** Checks each input. */
  public void require(List<String> inputs) throws UsageException {
    for (String input : inputs) {
      require(input);
    }
  }

  private void require(String input) throws UsageException {
    String shown = "'" + Addresses.withoutSecrets(input) + "'";
    if (events && !input.startsWith(STORE)) {
      throw new UsageException(
          "Events name objects of a store: with --source=kafka each input is s3a://BUCKET/PREFIX/,"
              + " not "
              + shown
              + ".");
    }
    if (Addresses.isWeb(input)) {
      throw new UsageException(
          "watch polls folders and object stores, not web addresses; use transcribe for "
              + shown
              + ".");
    }
    if (isWithinOutput(input)) {
      throw new UsageException(
          "The input " + shown + " is in the output, whose files are never taken.");
    }
    Preflight.requireNoSpecial(input);
    if (Addresses.isLocal(input) && LocalAddress.exists(input)) {
      return;
    }
    if (Globs.isPattern(input)) {
      requirePattern(input, shown);
    } else if (Addresses.isLocal(input)) {
      throw new UsageException("There is no file or folder " + shown + ".");
    } else if (input.startsWith(STORE) && !input.endsWith("/") && !isObject(input)) {
      throw new UsageException(
          "There is no object " + shown + "; a slash at the end makes it a prefix of others.");
    }
  }

  private boolean isWithinOutput(String input) {
    try {
      return absolute(input).startsWith(absolute(output).replaceFirst("/+$", "") + "/");
    } catch (InvalidPathException e) {
      return false; // a name that no file has
    }
  }

  private static String absolute(String address) {
    return Addresses.isLocal(address)
        ? Path.of("").toAbsolutePath().resolve(Addresses.localPath(address)).normalize() + "/"
        : address;
  }

  private static void requirePattern(String input, String shown) throws UsageException {
    try {
      FileSystems.getDefault().getPathMatcher("glob:" + input);
    } catch (PatternSyntaxException e) {
      throw new UsageException(
          "The input " + shown + " is not a pattern: " + e.getDescription() + ".", e);
    }
  }

  /** Storage that does not respond is spoken of by the job. */
  private boolean isObject(String input) {
    if (input.matches(STORE + "[^/]+")) {
      return false;
    }
    try {
      return VersionCheck.now(new AudioFile(input, "input", -1, "", true), storage).isPresent();
    } catch (SpeechException | IOException e) {
      return true;
    }
  }
}
