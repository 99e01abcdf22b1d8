// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.catalogue.CatalogueEntry;
import io.beamscribe.speech.models.catalogue.ModelRole;
import io.beamscribe.speech.recognition.LikelyLocale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The base models: each recognition model of the catalogue for each of its locales. Thread-safe.
 */
public final class BaseModels {
  /** Locales are what callers send: no more of them are remembered. */
  private static final int MOST_CHOICES = 1000;

  private final Catalogue catalogue;
  private final Map<String, BaseModel> models = new LinkedHashMap<>();
  private final Map<String, Choice> choices = new ConcurrentHashMap<>();
  private final List<String> locales;

  /** What the catalogue has for a locale. */
  private record Choice(boolean recognized, Optional<BaseModel> newest) {}

  public BaseModels(Catalogue catalogue) {
    this.catalogue = catalogue;
    for (CatalogueEntry entry : catalogue.forRole(ModelRole.RECOGNITION)) {
      for (String tag : entry.locales()) {
        String locale = LikelyLocale.of(tag);
        String id = UUID.nameUUIDFromBytes((entry.id() + "/" + locale).getBytes(UTF_8)).toString();
        models.putIfAbsent(id, new BaseModel(id, entry.id(), locale, entry.description()));
      }
    }
    TreeSet<String> all = new TreeSet<>();
    models.values().forEach(model -> all.add(model.locale()));
    this.locales = List.copyOf(all);
  }

  /** All, in the order of the catalogue. */
  public List<BaseModel> all() {
    return List.copyOf(models.values());
  }

  public Optional<BaseModel> find(String id) {
    return Optional.ofNullable(models.get(id.toLowerCase(Locale.ROOT)));
  }

  /** The newest for a locale: the catalogue's first choice. */
  public Optional<BaseModel> newest(String locale) {
    return chosen(locale).newest();
  }

  /** Each entity of a list asks for its locale, and the catalogue compares all of its entries. */
  private Choice chosen(String locale) {
    Choice known = choices.get(locale);
    if (known != null) {
      return known;
    }
    Choice found = choose(locale);
    if (choices.size() < MOST_CHOICES) {
      choices.put(locale, found);
    }
    return found;
  }

  private Choice choose(String locale) {
    List<CatalogueEntry> fit = catalogue.forLocale(locale);
    Optional<BaseModel> newest =
        fit.stream()
            .findFirst()
            .flatMap(
                entry ->
                    models.values().stream()
                        .filter(model -> model.model().equals(entry.id()))
                        .filter(model -> language(model.locale()).equals(language(locale)))
                        .findFirst());
    return new Choice(!fit.isEmpty(), newest);
  }

  /** The locales of all models, sorted. */
  public List<String> locales() {
    return locales;
  }

  /** Whether a model recognises a locale, or another one of its language. */
  public boolean recognizes(String locale) {
    return locale.matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*") && chosen(locale).recognized();
  }

  private static String language(String locale) {
    return Locale.forLanguageTag(locale.replace('_', '-')).getLanguage();
  }
}
