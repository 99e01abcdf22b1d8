// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.transforms.testing.Jobs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole transform in a pipeline. */
class ListAudioTest {
  private static final int FILES = 23;

  @TempDir Path folder;

  @Test
  void filesComeOutOnceEachInPartsWithTheirPlaces() throws Exception {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    for (int i = 1; i <= FILES; i++) {
      Files.write(inbox.resolve(i + ".wav"), new byte[100 - i]);
    }
    Files.writeString(inbox.resolve("._1.wav"), "of another system");
    PCollectionTuple listed = list(inbox.toString(), folder.resolve("none.wav").toString());
    PAssert.that(
            listed
                .get(ListAudio.FILES)
                .apply(
                    MapElements.into(TypeDescriptors.strings())
                        .via(each -> each.getKey() + " " + each.getValue().size())))
        .containsInAnyOrder(
            IntStream.rangeClosed(1, FILES).mapToObj(i -> i + " " + (100 - i)).toList());
    PAssert.that(listed.get(ListAudio.DONE)).empty();
    PAssert.that(listed.get(ListAudio.IGNORED)).containsInAnyOrder(1L);
    PAssert.that(
            listed
                .get(ListAudio.FAILED)
                .apply(
                    MapElements.into(TypeDescriptor.of(ErrorKind.class))
                        .via(row -> row.errorKind())))
        .containsInAnyOrder(ErrorKind.INVALID_URI);
    listed.getPipeline().run().waitUntilFinish();
  }

  @Test
  void endsWhereThereIsNothing() throws Exception {
    PCollectionTuple listed = list(Files.createDirectory(folder.resolve("empty")).toString());
    assertThat(listed.get(ListAudio.FILES).isBounded()).isEqualTo(PCollection.IsBounded.BOUNDED);
    PAssert.that(listed.get(ListAudio.FILES)).empty();
    PAssert.that(listed.get(ListAudio.IGNORED)).containsInAnyOrder(0L);
    listed.getPipeline().run().waitUntilFinish();
  }

  private PCollectionTuple list(String... inputs) {
    return Pipeline.create()
        .apply(new ListAudio(List.of(inputs), Jobs.settings(folder.resolve("out"), false)));
  }
}
