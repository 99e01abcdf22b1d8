package io.beamscribe.speech.models;

import java.util.List;

/**
 * What a stored model is and where it came from.
 *
 * @param source name of the source, without secrets
 * @param sha256 of the archive it came in, or null for a folder
 */
record Origin(
    String id, String engine, List<String> locales, Licence licence, String source, String sha256) {
  /**
   * Whether an entry of a catalogue means this very content; another catalogue may give the same
   * name to something else.
   */
  boolean matches(CatalogueEntry entry) {
    return id.equals(entry.id())
        && entry.sources().stream()
            .anyMatch(
                each ->
                    each.name().equals(source)
                        && (each.sha256() == null || each.sha256().equalsIgnoreCase(sha256)));
  }
}
