// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.values;

import io.beamscribe.speech.report.FileReport;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.coders.CoderProvider;
import org.apache.beam.sdk.coders.CoderProviderRegistrar;
import org.apache.beam.sdk.coders.CoderProviders;
import org.apache.beam.sdk.values.TypeDescriptor;

/** Registers the coders of values that pass between steps, so that no step has to name them. */
@Internal
public final class ValueCoders implements CoderProviderRegistrar {
  @Override
  public List<CoderProvider> getCoderProviders() {
    return Stream.of(
            AudioFile.class,
            AudioBlock.class,
            RecognizedBlock.class,
            ArrivedFile.class,
            ArrivedBlock.class,
            FileOutcome.class,
            FileReport.class)
        .map(ValueCoders::provider)
        .toList();
  }

  private static <T> CoderProvider provider(Class<T> type) {
    return CoderProviders.forCoder(TypeDescriptor.of(type), JsonCoder.of(type));
  }
}
