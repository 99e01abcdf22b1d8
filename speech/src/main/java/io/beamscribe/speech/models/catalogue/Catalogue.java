// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.catalogue;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.speech.http.TooLargeException;
import io.beamscribe.speech.http.WholeContent;
import io.beamscribe.speech.models.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The known models, in order of preference. Immutable. Format: docs/models.md. */
public final class Catalogue {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<CatalogueEntry> entries;

  public Catalogue(List<CatalogueEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** The catalogue that comes with Beamscribe. */
  public static Catalogue builtIn() {
    try (InputStream in = Catalogue.class.getResourceAsStream("catalogue.json")) {
      return parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Loads a user's catalogue, which replaces the built-in one.
   *
   * @throws ModelException if the file cannot be read or is not a catalogue
   */
  public static Catalogue load(Path file) throws ModelException {
    try {
      return load(file.toString(), WholeContent.of(file));
    } catch (IOException e) {
      throw new ModelException(
          "The catalogue " + file + " cannot be read" + TooLargeException.reason(e) + ".", e);
    }
  }

  /**
   * Parses a user's catalogue.
   *
   * @param name name of the catalogue in messages
   */
  public static Catalogue load(String name, byte[] json) throws ModelException {
    try {
      return parse(json);
    } catch (JsonProcessingException e) {
      throw new ModelException(name + " is no catalogue of models: " + reason(e) + ".", e);
    } catch (IOException e) {
      throw new ModelException("The catalogue " + name + " cannot be read.", e);
    }
  }

  private static String reason(JsonProcessingException e) {
    String where = e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "the field " + unknown.getPropertyName() + " is unknown" + where;
    }
    if (e instanceof JsonParseException) {
      return "it is not JSON" + where; // what is in a wrong file is not for terminals
    }
    return (e.getCause() instanceof RuntimeException ours
            ? ours.getMessage()
            : e.getOriginalMessage())
        + where;
  }

  private static Catalogue parse(byte[] json) throws IOException {
    Document document = JSON.readValue(json, Document.class);
    if (document.models() == null || document.models().isEmpty()) {
      throw new JsonMappingException(null, "it lists no models");
    }
    Map<String, ObjectNode> whole = new HashMap<>();
    List<CatalogueEntry> entries = new ArrayList<>();
    for (ObjectNode model : document.models()) {
      ObjectNode complete = complete(model, whole);
      CatalogueEntry entry = JSON.treeToValue(complete, CatalogueEntry.class);
      if (whole.put(entry.id(), complete) != null) {
        throw new JsonMappingException(null, "it lists " + entry.id() + " twice");
      }
      entries.add(entry);
    }
    return new Catalogue(entries);
  }

  /** Completes an entry with the members of the earlier entry that its {@code like} names. */
  private static ObjectNode complete(ObjectNode model, Map<String, ObjectNode> before)
      throws JsonMappingException {
    JsonNode like = model.remove("like");
    if (like == null) {
      return model;
    }
    ObjectNode other = before.get(like.asText());
    if (other == null) {
      throw new JsonMappingException(null, "no entry " + like + " stands before one like it");
    }
    ObjectNode complete = other.deepCopy();
    complete.setAll(model);
    return complete;
  }

  public List<CatalogueEntry> entries() {
    return entries;
  }

  /** The models with a role, the best choice first. */
  public List<CatalogueEntry> forRole(ModelRole role) {
    return entries.stream().filter(entry -> entry.role() == role).toList();
  }

  public Optional<CatalogueEntry> find(String id) {
    return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  /**
   * The models that recognise a locale, the best choice first: where it names a region, those of
   * exactly this locale, then those of its language, both in the order of the catalogue.
   */
  public List<CatalogueEntry> forLocale(String locale) {
    Set<CatalogueEntry> found = new LinkedHashSet<>();
    List<CatalogueEntry> all = forRole(ModelRole.RECOGNITION);
    if (!tag(locale).equals(language(locale))) {
      all.stream().filter(entry -> exact(entry, locale)).forEach(found::add);
    }
    all.stream().filter(entry -> sameLanguage(entry, locale)).forEach(found::add);
    return new ArrayList<>(found);
  }

  /** Whether the model is made for this very locale and not only for its language. */
  public static boolean exact(CatalogueEntry entry, String locale) {
    return entry.locales().stream().anyMatch(each -> tag(each).equals(tag(locale)));
  }

  public static boolean sameLanguage(CatalogueEntry entry, String locale) {
    return entry.locales().stream().anyMatch(each -> language(each).equals(language(locale)));
  }

  private static String tag(String locale) {
    return locale.replace('_', '-').toLowerCase(Locale.ROOT);
  }

  private static String language(String locale) {
    return tag(locale).replaceFirst("-.*", "");
  }

  private record Document(String note, List<ObjectNode> models) {}
}
