// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.Jsons;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A JSON object of a request. Clients differ in case, give booleans and numbers as strings, and
 * null for what they leave out. Immutable.
 */
public final class Input {
  private static final int MOST_CUSTOM = 10;
  private static final int LONGEST_KEY = 64;
  private static final int LONGEST_VALUE = 256;

  private final JsonNode tree;
  private final String path;

  private Input(JsonNode tree, String path) {
    this.tree = tree;
    this.path = path;
  }

  /** Parses the body of a request. */
  public static Input of(byte[] body) {
    if (body.length == 0) {
      throw ApiException.invalid("EmptyRequest", null, "The request has no body.");
    }
    if (body.length > 2 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB) {
      body = java.util.Arrays.copyOfRange(body, 3, body.length);
    }
    JsonNode tree;
    try {
      tree = Jsons.read(body);
    } catch (IOException | StackOverflowError e) {
      throw ApiException.invalid(
          "InvalidRequestBodyFormat", null, "The body of the request is not valid JSON.");
    }
    if (tree == null || !tree.isObject()) {
      throw ApiException.invalid(
          "InvalidRequestBodyFormat", null, "The body of the request must be a JSON object.");
    }
    return new Input(tree, "");
  }

  /** Parses a body that is a list of objects. */
  public static List<Input> list(byte[] body) {
    try {
      JsonNode tree = Jsons.read(body);
      if (tree != null && tree.isArray()) {
        ObjectNode holder = Jsons.object();
        holder.set("blocks", tree);
        return new Input(holder, "").objects("blocks");
      }
    } catch (IOException | StackOverflowError e) {
      // as what is no list
    }
    throw ApiException.invalid(
        "InvalidRequestBodyFormat", null, "The body of the request must be a JSON list.");
  }

  /** Whether a member is named, even as null. */
  public boolean names(String name) {
    return find(name).isPresent();
  }

  private Optional<JsonNode> find(String name) {
    JsonNode exact = tree.get(name);
    if (exact != null) {
      return Optional.of(exact);
    }
    for (var fields = tree.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      if (field.getKey().equalsIgnoreCase(name)) {
        return Optional.of(field.getValue());
      }
    }
    return Optional.empty();
  }

  private Optional<JsonNode> value(String name) {
    return find(name).filter(node -> !node.isNull());
  }

  public Optional<String> text(String name) {
    return value(name)
        .map(
            node -> {
              if (!node.isTextual()) {
                throw wrong(name, "must be a string");
              }
              if (node.asText().indexOf('\0') >= 0) {
                throw wrong(name, "must not hold the character NUL");
              }
              return wellFormed(node.asText());
            })
        .filter(text -> !text.isEmpty());
  }

  /** Halves of characters cannot be stored. */
  private static String wellFormed(String text) {
    return new String(
        text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  public String requiredText(String name, int longest) {
    String text = text(name).orElseThrow(() -> missing(name));
    if (text.isBlank() || text.length() > longest) {
      throw wrong(name, "must have 1 to " + longest + " characters");
    }
    return text;
  }

  public boolean flag(String name, boolean otherwise) {
    return value(name)
        .map(
            node -> {
              String text = node.asText().strip();
              if (!node.isContainerNode() && text.equalsIgnoreCase("true")) {
                return true;
              }
              if (!node.isContainerNode() && text.equalsIgnoreCase("false")) {
                return false;
              }
              throw wrong(name, "must be true or false");
            })
        .orElse(otherwise);
  }

  public OptionalInt integer(String name) {
    Optional<JsonNode> node = value(name);
    if (node.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      if (!node.get().isContainerNode() && !node.get().isBoolean()) {
        return OptionalInt.of(Integer.parseInt(node.get().asText().strip()));
      }
    } catch (NumberFormatException e) {
      // as any other that is no number
    }
    throw wrong(name, "must be an integer");
  }

  /** A number between bounds. */
  public OptionalInt integer(String name, int least, int most) {
    OptionalInt number = integer(name);
    if (number.isPresent() && (number.getAsInt() < least || number.getAsInt() > most)) {
      throw wrong(name, "must be " + least + " to " + most);
    }
    return number;
  }

  public Optional<Input> object(String name) {
    return value(name)
        .map(
            node -> {
              if (!node.isObject()) {
                throw wrong(name, "must be an object");
              }
              return new Input(node, path + name + ".");
            });
  }

  /** Strings of a list; none if it is not given. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode node : array(name)) {
      if (!node.isTextual() || node.asText().isEmpty() || node.asText().indexOf('\0') >= 0) {
        throw wrong(name, "must be a list of strings");
      }
      texts.add(wellFormed(node.asText()));
    }
    return texts;
  }

  public List<Integer> integers(String name) {
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode node : array(name)) {
      if (!node.isInt()) {
        throw wrong(name, "must be a list of integers");
      }
      numbers.add(node.asInt());
    }
    return numbers;
  }

  public List<Input> objects(String name) {
    List<Input> objects = new ArrayList<>();
    for (JsonNode node : array(name)) {
      if (!node.isObject()) {
        throw wrong(name, "must be a list of objects");
      }
      objects.add(new Input(node, path + name + "."));
    }
    return objects;
  }

  private JsonNode array(String name) {
    JsonNode node = value(name).orElseGet(() -> Jsons.object().putArray("none"));
    if (!node.isArray()) {
      throw wrong(name, "must be a list");
    }
    return node;
  }

  /** One of several names, in whatever case, as it is written. */
  public Optional<String> oneOf(String name, List<String> names) {
    return text(name)
        .map(
            text ->
                names.stream()
                    .filter(each -> each.equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> wrong(name, "must be one of " + String.join(", ", names))));
  }

  /** The id in a reference such as {@code {"self": ".../models/id?api-version=..."}}. */
  public Optional<String> reference(String name) {
    return object(name).map(object -> object.id());
  }

  private String id() {
    return idOf(text("self").orElseThrow(() -> missing("self")));
  }

  /** The last part of the path of an address. */
  public static String idOf(String address) {
    return address
        .replaceFirst("(?s)[?#].*$", "")
        .replaceFirst("/+$", "")
        .replaceFirst("(?s)^.*/", "");
  }

  public List<String> references(String name) {
    return objects(name).stream().map(Input::id).toList();
  }

  /** The custom properties of the caller. */
  public ObjectNode customProperties(String name) {
    ObjectNode custom = Jsons.object();
    object(name)
        .ifPresent(
            given ->
                given
                    .tree
                    .fields()
                    .forEachRemaining(
                        field -> {
                          if (field.getValue().isNull()) {
                            custom.putNull(field.getKey());
                            return;
                          }
                          String value = field.getValue().asText();
                          if (field.getValue().isContainerNode()
                              || field.getKey().length() > LONGEST_KEY
                              || value.length() > LONGEST_VALUE
                              || (field.getKey() + value).indexOf('\0') >= 0) {
                            throw wrong(
                                name,
                                "must have keys of at most 64 and values of at most 256"
                                    + " characters");
                          }
                          custom.put(wellFormed(field.getKey()), wellFormed(value));
                        }));
    if (custom.size() > MOST_CUSTOM) {
      throw wrong(name, "must have at most 10 entries");
    }
    return custom;
  }

  /** Names of members that are true, as they are written. */
  public ObjectNode flags(String name, List<String> names) {
    ObjectNode flags = Jsons.object();
    object(name)
        .ifPresent(
            given ->
                given
                    .tree
                    .fieldNames()
                    .forEachRemaining(
                        field ->
                            names.stream()
                                .filter(each -> each.equalsIgnoreCase(field))
                                .findFirst()
                                .ifPresentOrElse(
                                    each -> flags.put(each, given.flag(field, false)),
                                    () -> {
                                      throw ApiException.invalid(
                                          "InvalidWebHookEventKind",
                                          path + name,
                                          "There is no event " + field + ".");
                                    })));
    return flags;
  }

  /** The tree, to be kept as it is. */
  public JsonNode tree() {
    return tree;
  }

  private ApiException missing(String name) {
    return ApiException.invalid("InvalidPayload", path + name, path + name + " is required.");
  }

  /** A refusal of a member. */
  public ApiException wrong(String name, String why) {
    return ApiException.invalid(
        "InvalidParameterValue", path + name, path + name + " " + why + ".");
  }
}
