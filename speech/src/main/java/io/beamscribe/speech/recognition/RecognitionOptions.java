// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

import java.io.Serializable;
import java.util.List;

/**
 * Options that change what is recognised.
 *
 * @param alternatives how many readings of each phrase are wanted, 1 to 10
 * @param language that is spoken; ignored by engines whose models know only one
 * @param phrases words and word sequences to favour
 * @param beam how many hypotheses an engine that searches with a beam keeps, 1 to 10
 */
public record RecognitionOptions(
    int alternatives, SpokenLanguage language, Task task, List<String> phrases, int beam)
    implements Serializable {
  /** The default beam. */
  public static final int BEAM = 5;

  /** One reading of each phrase, in the language that the engine identifies. */
  public static final RecognitionOptions DEFAULT = of(SpokenLanguage.single(List.of()));

  /** Throws {@link IllegalArgumentException} if a number is out of range. */
  public RecognitionOptions {
    phrases = List.copyOf(phrases);
    requireOneToTen("alternatives", alternatives);
    requireOneToTen("beam", beam);
  }

  /** One reading of each phrase of a language. */
  public static RecognitionOptions of(SpokenLanguage language) {
    return new RecognitionOptions(1, language, Task.TRANSCRIBE, List.of(), BEAM);
  }

  /** A copy with another maximum number of readings. */
  public RecognitionOptions withAlternatives(int wanted) {
    return new RecognitionOptions(wanted, language, task, phrases, beam);
  }

  /** A copy with another language setting. */
  public RecognitionOptions withLanguage(SpokenLanguage spoken) {
    return new RecognitionOptions(alternatives, spoken, task, phrases, beam);
  }

  /** A copy with another task. */
  public RecognitionOptions withTask(Task wanted) {
    return new RecognitionOptions(alternatives, language, wanted, phrases, beam);
  }

  /** A copy with other phrases to favour. */
  public RecognitionOptions withPhrases(List<String> favoured) {
    return new RecognitionOptions(alternatives, language, task, favoured, beam);
  }

  /** A copy with another beam width. */
  public RecognitionOptions withBeam(int width) {
    return new RecognitionOptions(alternatives, language, task, phrases, width);
  }

  private static void requireOneToTen(String name, int value) {
    if (value < 1 || value > 10) {
      throw new IllegalArgumentException(name + " must be 1 to 10, not " + value);
    }
  }
}
