// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.inputs;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.http.LocalAddress;
import io.beamscribe.speech.transcription.FileChoice;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.annotations.Internal;

/**
 * Paths as the user means them, for processes that were started in other folders. All else in them
 * stays: wildcards, and a slash at the end.
 */
@Internal
public final class AbsolutePaths {
  private AbsolutePaths() {}

  /** The address, absolute if it is a path. */
  public static String of(String address) {
    if (address.isEmpty()
        || address.startsWith("/")
        || !Addresses.isLocal(address)
        || !Addresses.localPath(address).equals(address)) {
      return address;
    }
    return LocalAddress.of(Path.of("").toAbsolutePath()) + "/" + address;
  }

  /** The inputs, with absolute paths. */
  public static Inputs of(Inputs inputs) {
    Map<String, FileChoice> choices = new HashMap<>();
    inputs.choices().forEach((address, choice) -> choices.put(of(address), choice));
    return new Inputs(all(inputs.given()), all(inputs.listed()), choices);
  }

  private static List<String> all(List<String> addresses) {
    return addresses.stream().map(AbsolutePaths::of).toList();
  }
}
