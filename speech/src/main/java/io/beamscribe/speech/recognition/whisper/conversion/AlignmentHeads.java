// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.speech.models.ModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The heads of the decoder whose attention follows the audio, and thus shows when a word is spoken.
 * The publisher determined them; if {@code config.json} names none, all heads of the upper half of
 * the layers are used, as in OpenAI's program.
 */
final class AlignmentHeads {
  private final List<Head> heads;

  private record Head(int layer, int number) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Config(@JsonProperty("alignment_heads") List<List<Integer>> heads) {}

  private AlignmentHeads(List<Head> heads) {
    this.heads = List.copyOf(heads);
  }

  /**
   * Reads the alignment heads of a model.
   *
   * @param layers of the decoder
   * @param each how many heads a layer has
   */
  static AlignmentHeads read(Path config, int layers, int each) throws IOException, ModelException {
    Config read;
    try {
      read = new ObjectMapper().readValue(config.toFile(), Config.class);
    } catch (JsonProcessingException e) {
      throw new ModelException("config.json cannot be understood", e);
    }
    List<Head> heads = new ArrayList<>();
    if (read.heads() == null || read.heads().isEmpty()) {
      for (int layer = layers / 2; layer < layers; layer++) {
        for (int number = 0; number < each; number++) {
          heads.add(new Head(layer, number));
        }
      }
    } else {
      for (List<Integer> pair : read.heads()) {
        if (pair.size() != 2 || outside(pair.get(0), layers) || outside(pair.get(1), each)) {
          throw new ModelException("config.json names a head that the model does not have");
        }
        heads.add(new Head(pair.get(0), pair.get(1)));
      }
    }
    return new AlignmentHeads(heads);
  }

  private static boolean outside(int number, int count) {
    return number < 0 || number >= count;
  }

  int count() {
    return heads.size();
  }

  /** The alignment heads of one layer. */
  long[] of(int layer) {
    return heads.stream().filter(head -> head.layer() == layer).mapToLong(Head::number).toArray();
  }
}
