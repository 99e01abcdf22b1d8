// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import io.beamscribe.speech.transcription.FileChoice;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of single inputs. Immutable.
 *
 * @param inputs what is known, by the input as it is given; of a folder or pattern it holds for all
 *     files in it
 * @param refused why locales among them cannot be recognised, as sentences, by locale
 */
public record FileChoices(Map<String, FileChoice> inputs, Map<String, String> refused)
    implements Serializable {
  /** Nothing is known. */
  public static final FileChoices NONE = new FileChoices(Map.of());

  public FileChoices {
    inputs = Map.copyOf(inputs);
    refused = Map.copyOf(refused);
  }

  /** Choices of which none is refused so far. */
  public FileChoices(Map<String, FileChoice> inputs) {
    this(inputs, Map.of());
  }

  /** What is known of an input. */
  public Optional<FileChoice> of(String input) {
    return Optional.ofNullable(inputs.get(input));
  }

  /** Why an input cannot be recognised, if so. */
  public Optional<String> refusal(String input) {
    return of(input).map(FileChoice::locale).map(refused::get);
  }

  /** Each locale once, in order. */
  Stream<String> locales() {
    return inputs.values().stream()
        .map(FileChoice::locale)
        .filter(Objects::nonNull)
        .distinct()
        .sorted();
  }

  /** Whether numbers of speakers are known. */
  boolean haveSpeakers() {
    return inputs.values().stream().anyMatch(choice -> choice.speakers() != null);
  }

  FileChoices withRefused(Map<String, String> sentences) {
    return new FileChoices(inputs, sentences);
  }
}
