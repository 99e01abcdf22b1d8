// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.tokens;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens of a model: pieces of text as bytes, and marks such as {@code <|en|>}. Where a mark
 * lies differs between models, so marks are looked up by their names. Immutable.
 */
public final class Vocabulary {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

  private final byte[][] bytes;
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<String, Integer> languages = new LinkedHashMap<>();

  public final int endOfText;
  public final int startOfTranscript;
  public final int translate;
  public final int transcribe;
  public final int noTimestamps;

  /** The mark for silence; its name differs between packagings, its position does not. */
  public final int noSpeech;

  private Vocabulary(List<String> tokens) throws IOException {
    bytes = new byte[tokens.size()][];
    for (int id = 0; id < bytes.length; id++) {
      ids.putIfAbsent(tokens.get(id), id);
    }
    endOfText = mark("<|endoftext|>");
    startOfTranscript = mark("<|startoftranscript|>");
    translate = mark("<|translate|>");
    transcribe = mark("<|transcribe|>");
    noTimestamps = mark("<|notimestamps|>");
    noSpeech = noTimestamps - 1;
    for (int id = 0; id < endOfText; id++) {
      bytes[id] = ByteAlphabet.bytes(tokens.get(id));
    }
    for (int id = startOfTranscript + 1; id < translate; id++) {
      String name = tokens.get(id);
      languages.put(name.substring(2, name.length() - 2), id);
    }
  }

  /**
   * Reads {@code vocabulary.json} or {@code vocabulary.txt}.
   *
   * @throws IOException if there is neither, or it lacks a mark
   */
  public static Vocabulary read(Path folder) throws IOException {
    Path json = folder.resolve("vocabulary.json");
    if (Files.exists(json)) {
      return new Vocabulary(JSON.readValue(json.toFile(), STRINGS));
    }
    String text = Files.readString(folder.resolve("vocabulary.txt"));
    // Not with readAllLines: a token may contain what Java takes for the end of a line.
    return new Vocabulary(List.of(text.split("\n")));
  }

  private int mark(String name) throws IOException {
    Integer id = ids.get(name);
    if (id == null) {
      throw new IOException("The vocabulary has no token " + name);
    }
    return id;
  }

  public int size() {
    return bytes.length;
  }

  /** The languages that the model knows, by their codes, such as {@code en}. */
  public Map<String, Integer> languages() {
    return languages;
  }

  boolean isText(int token) {
    return token < endOfText;
  }

  /** The bytes of a token of text. */
  byte[] bytes(int token) {
    return bytes[token];
  }

  /** Whether a word cannot go on with it: whether it begins with anything but a letter or digit. */
  public boolean endsWord(int token) {
    if (!isText(token) || bytes[token].length == 0) {
      return true;
    }
    byte first = bytes[token][0]; // of letters beyond ASCII the first byte is negative
    return first >= 0 && !Character.isLetterOrDigit(first);
  }

  /** The id of a piece of text as {@link ByteAlphabet} writes it. */
  Optional<Integer> piece(String letters) {
    return Optional.ofNullable(ids.get(letters)).filter(this::isText);
  }

  /** The text of some tokens, marks left out. */
  public String text(List<Integer> tokens) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int token : tokens) {
      if (isText(token)) {
        out.writeBytes(bytes[token]);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
