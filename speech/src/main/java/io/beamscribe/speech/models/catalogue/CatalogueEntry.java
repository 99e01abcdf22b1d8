// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.catalogue;

import io.beamscribe.speech.models.ErrorRate;
import io.beamscribe.speech.models.Licence;
import io.beamscribe.speech.models.convert.ModelConverter;
import java.util.List;
import java.util.Objects;

/**
 * A model that can be pulled by its id.
 *
 * @param id name on the command line and of the folder in the store
 * @param engine name of the engine that runs it, such as {@code vosk}
 * @param role what it is for; if JSON names none, what entries with its id were for before there
 *     were roles
 * @param locales BCP 47: such as {@code ko-KR}, or a language such as {@code ko} for a model that
 *     is made for no region; empty for models that do not recognise a language
 * @param size bytes to download; rounded if only a rounded size is published
 * @param errorRates as published; may be empty
 * @param converters names of the {@link ModelConverter}s to apply once after unpacking
 * @param sources in order of preference
 */
public record CatalogueEntry(
    String id,
    String engine,
    ModelRole role,
    List<String> locales,
    String description,
    long size,
    Licence licence,
    List<ErrorRate> errorRates,
    List<String> converters,
    List<ModelSource> sources) {
  public CatalogueEntry {
    if (id == null || !id.matches("[a-z0-9][a-z0-9._-]{0,99}")) {
      throw new IllegalArgumentException("an id is made of a-z, 0-9, '.', '_' and '-', not " + id);
    }
    Objects.requireNonNull(engine, id + " has no engine");
    role = role == null ? ModelRole.ofId(id) : role;
    licence = licence == null ? Licence.UNKNOWN : licence;
    locales = locales == null ? List.of() : List.copyOf(locales);
    errorRates = errorRates == null ? List.of() : List.copyOf(errorRates);
    converters = converters == null ? List.of() : List.copyOf(converters);
    sources = sources == null ? List.of() : List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException(id + " has no source");
    }
  }

  /** Whether every source can be checked against a published checksum. */
  public boolean checked() {
    return sources.stream().allMatch(ModelSource::checked);
  }
}
