// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.inputs;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.http.LocalAddress;
import io.beamscribe.transforms.storage.StorageSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.annotations.Internal;
import org.jspecify.annotations.Nullable;

/** The phrases of {@code --phrases}: separated by semicolons, or one per line in files. */
@Internal
public final class PhraseList {
  private PhraseList() {}

  /** The addresses of the files that a value of the flag names, to set up storage for them. */
  public static Stream<String> files(@Nullable List<String> given) {
    return given == null
        ? Stream.of()
        : given.stream().filter(value -> value.startsWith("@")).map(value -> value.substring(1));
  }

  /** The phrases as given; empty if the flag is not given. */
  public static List<String> of(List<String> given, StorageSettings storage) throws UsageException {
    List<String> phrases = new ArrayList<>();
    for (String value : given == null ? List.<String>of() : given) {
      if (value.startsWith("@")) {
        phrases.addAll(Inputs.lines(value.substring(1), storage));
      } else {
        requireNoFile(value);
        phrases.addAll(List.of(value.split(";")));
      }
    }
    return phrases;
  }

  /** Nobody says the name of a file: its mark was forgotten. */
  private static void requireNoFile(String value) throws UsageException {
    boolean path = value.contains("/") && LocalAddress.exists(value);
    if (value.contains("://") || path || value.indexOf('.') > 0 && LocalAddress.isFile(value)) {
      throw new UsageException(
          "'%s' is a file and no phrase; to read the phrases in it, write '@%s'."
              .formatted(Addresses.withoutSecrets(value), Addresses.withoutSecrets(value)));
    }
  }
}
