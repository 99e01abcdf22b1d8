// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import io.beamscribe.speech.models.Licence;
import io.beamscribe.speech.models.catalogue.CatalogueEntry;
import io.beamscribe.speech.models.catalogue.ModelSource;
import io.beamscribe.speech.models.convert.Converters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a stored model is and where it came from.
 *
 * @param source name of the source, without secrets
 * @param sha256 of the download, as {@link ModelSource#sha256}, or null for a folder
 * @param converters names of the converters that ran; null if an older version stored it
 */
record Origin(
    String id,
    String engine,
    List<String> locales,
    Licence licence,
    String source,
    @Nullable String sha256,
    List<String> converters) {
  /**
   * Whether a catalogue entry means this content; another catalogue may use the same id for
   * something else.
   */
  boolean matches(CatalogueEntry entry) {
    return id.equals(entry.id())
        && (converters == null || converters.equals(entry.converters()))
        && entry.sources().stream()
            .anyMatch(
                each ->
                    each.name().equals(source)
                        && (each.sha256() == null || each.sha256().equalsIgnoreCase(sha256)));
  }

  /**
   * Whether it would be the same if created today: a converter whose output changes gets a new
   * name.
   */
  boolean current() {
    return converters == null || Converters.names().containsAll(converters);
  }

  /** A copy that was downloaded. */
  Origin withSha256(@Nullable String download) {
    return new Origin(id, engine, locales, licence, source, download, converters);
  }
}
