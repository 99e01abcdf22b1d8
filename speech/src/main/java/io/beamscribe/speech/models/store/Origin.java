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
 * @param sha256 of what it came in, as {@link ModelSource#sha256}, or null for a folder
 * @param converters those that it went through; null where an older version stored it
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
   * Whether an entry of a catalogue means this very content; another catalogue may give the same
   * name to something else.
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
   * Whether it would come out the same today: a converter that works differently has a new name.
   */
  boolean current() {
    return converters == null || Converters.names().containsAll(converters);
  }
}
