// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;

/** The archive formats of models. A wheel is a zip; a file may also come as it is. */
public enum ArchiveFormat {
  @JsonProperty("zip")
  ZIP,
  @JsonProperty("tar.gz")
  TAR_GZ,
  @JsonProperty("file")
  FILE;

  /** The archive format by the extension of a file name. */
  public static Optional<ArchiveFormat> ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".zip") || lower.endsWith(".whl")) {
      return Optional.of(ZIP);
    }
    return lower.endsWith(".tar.gz") || lower.endsWith(".tgz")
        ? Optional.of(TAR_GZ)
        : Optional.empty();
  }
}
