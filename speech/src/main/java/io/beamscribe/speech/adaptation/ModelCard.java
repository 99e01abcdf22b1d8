// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.adaptation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.beamscribe.speech.datasets.DatasetReport;
import io.beamscribe.speech.languagemodel.SpokenWord;
import io.beamscribe.speech.languagemodel.UnsayableWord;
import io.beamscribe.speech.models.Digests;
import io.beamscribe.speech.models.store.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a custom model was made of and what that came to; {@code card.json} of its package.
 *
 * @param base id of the model that was adapted
 * @param baseDigest of that model's content
 * @param data files it was adapted to, in the order that they were read
 * @param weight of the text where nothing was said before, in percent
 * @param weightChosen whether on lines held out
 * @param sentences of the text
 * @param words of the text, in units of the model
 * @param perplexityBefore of lines held out, a unit, by the base; null if there are too few lines
 * @param perplexityAfter of lines held out, a unit, by the base and the other lines
 * @param heldOut errors in audio that was held out; null if there was none
 * @param addedContexts contexts that the base lacks; with Whisper, words that are favoured
 * @param unsayableWords left out, with offers for pronunciation data
 * @param spokenWords written otherwise than they are said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelCard(
    String id,
    String locale,
    String base,
    String baseDigest,
    String licence,
    List<Source> data,
    double weight,
    boolean weightChosen,
    long sentences,
    long words,
    @Nullable Double perplexityBefore,
    @Nullable Double perplexityAfter,
    @Nullable HeldOutErrors heldOut,
    int addedContexts,
    List<UnsayableWord> unsayableWords,
    List<SpokenWord> spokenWords) {
  /** The file in a package. */
  public static final String FILE = "card.json";

  public ModelCard {
    data = List.copyOf(data);
    unsayableWords = List.copyOf(unsayableWords);
    spokenWords = List.copyOf(spokenWords);
  }

  /**
   * A file of data.
   *
   * @param name without its folder
   */
  public record Source(String name, String sha256, DatasetReport report) {
    static Source of(Path file, DatasetReport report) throws IOException {
      return new Source(String.valueOf(file.getFileName()), digest(file), report);
    }

    private static String digest(Path file) throws IOException {
      if (Files.isRegularFile(file)) {
        return Digests.sha256(file);
      }
      StringBuilder all = new StringBuilder();
      for (Map.Entry<String, Path> each : Manifest.files(file).entrySet()) {
        all.append(each.getKey()).append('\0').append(Digests.sha256(each.getValue())).append('\n');
      }
      return Digests.sha256(all.toString());
    }
  }

  /** A perplexity as it is shown; null if it is not known. */
  static @Nullable Double rounded(double value) {
    return Double.isNaN(value) ? null : Math.rint(value * 10) / 10;
  }

  /** The same with errors in audio that was held out. */
  public ModelCard withHeldOut(HeldOutErrors errors) {
    return new ModelCard(
        id,
        locale,
        base,
        baseDigest,
        licence,
        data,
        weight,
        weightChosen,
        sentences,
        words,
        perplexityBefore,
        perplexityAfter,
        errors,
        addedContexts,
        unsayableWords,
        spokenWords);
  }

  /** Writes it as JSON. */
  public void write(Path file) throws IOException {
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
  }
}
