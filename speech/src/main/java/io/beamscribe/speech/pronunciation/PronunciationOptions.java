// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/**
 * What is asked of an assessment, as clients of the cloud service say it. Immutable.
 *
 * @param referenceText what was to be read; empty for free speech
 * @param hundred whether scores are 0 to 100, else 0 to 5
 * @param granularity the smallest parts that results show
 * @param comprehensive whether there are scores besides the accuracy
 * @param miscue whether words that were left out or added are told
 * @param ipa whether phones have names of the International Phonetic Alphabet
 * @param nBestPhonemes how many phones are given in the place of each, 0 to 10
 * @param prosody whether prosody is assessed
 */
public record PronunciationOptions(
    String referenceText,
    boolean hundred,
    Granularity granularity,
    boolean comprehensive,
    boolean miscue,
    boolean ipa,
    int nBestPhonemes,
    boolean prosody)
    implements Serializable {
  private static final int MOST_CANDIDATES = 10;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The smallest parts that results show. */
  public enum Granularity {
    PHONEME,
    SYLLABLE,
    WORD,
    FULLTEXT
  }

  public PronunciationOptions {
    if (nBestPhonemes < 0 || nBestPhonemes > MOST_CANDIDATES) {
      throw new IllegalArgumentException("nBestPhonemeCount must be 0 to 10");
    }
  }

  /** Everything, of 100, for a reference; with phones of the Speech API and prosody. */
  public static PronunciationOptions full(String referenceText) {
    return new PronunciationOptions(
        referenceText, true, Granularity.PHONEME, true, true, false, 5, true);
  }

  /**
   * The options in a {@code Pronunciation-Assessment} header: JSON in base 64, names in any case.
   *
   * @throws IllegalArgumentException with a sentence for the client
   */
  public static PronunciationOptions header(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Pronunciation-Assessment is not base 64.", e);
    }
    return json(new String(bytes, StandardCharsets.UTF_8));
  }

  /**
   * The options in a JSON object; those that it lacks have the service's defaults.
   *
   * @throws IllegalArgumentException with a sentence for the client
   */
  public static PronunciationOptions json(String text) {
    JsonNode object;
    try {
      object = JSON.readTree(text);
    } catch (IOException e) {
      throw new IllegalArgumentException("Pronunciation assessment is not JSON.", e);
    }
    if (object == null || !object.isObject()) {
      throw new IllegalArgumentException("Pronunciation assessment needs a JSON object.");
    }
    return new PronunciationOptions(
        text(object, "referenceText", ""),
        choice(object, "gradingSystem", "FivePoint", "FivePoint", "HundredMark")
            .equals("hundredmark"),
        Granularity.valueOf(
            choice(object, "granularity", "Phoneme", "Phoneme", "Syllable", "Word", "FullText")
                .toUpperCase(Locale.ROOT)),
        choice(object, "dimension", "Basic", "Basic", "Comprehensive").equals("comprehensive"),
        flag(object, "enableMiscue"),
        choice(object, "phonemeAlphabet", "SAPI", "SAPI", "IPA").equals("ipa"),
        count(object),
        flag(object, "enableProsodyAssessment"));
  }

  /** A copy with another reference. */
  public PronunciationOptions withReference(String text) {
    return new PronunciationOptions(
        text, hundred, granularity, comprehensive, miscue, ipa, nBestPhonemes, prosody);
  }

  private static String choice(JsonNode object, String name, String usual, String... known) {
    String given = text(object, name, usual);
    for (String each : known) {
      if (each.equalsIgnoreCase(given)) {
        return each.toLowerCase(Locale.ROOT);
      }
    }
    throw new IllegalArgumentException(
        "%s must be one of %s.".formatted(name, String.join(", ", known)));
  }

  private static boolean flag(JsonNode object, String name) {
    String given = text(object, name, "false");
    if (!given.equalsIgnoreCase("true") && !given.equalsIgnoreCase("false")) {
      throw new IllegalArgumentException(name + " must be true or false.");
    }
    return given.equalsIgnoreCase("true");
  }

  private static int count(JsonNode object) {
    try {
      int count = Integer.parseInt(text(object, "nBestPhonemeCount", "0"));
      if (count >= 0 && count <= MOST_CANDIDATES) {
        return count;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException("nBestPhonemeCount must be 0 to 10.");
  }

  private static String text(JsonNode object, String name, String usual) {
    for (Iterator<Map.Entry<String, JsonNode>> all = object.fields(); all.hasNext(); ) {
      Map.Entry<String, JsonNode> field = all.next();
      if (field.getKey().equalsIgnoreCase(name) && !field.getValue().isNull()) {
        return field.getValue().asText();
      }
    }
    return usual;
  }
}
