// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.telemetry.MetricNames;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.Failures;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Looks up size and version of files known by address only, one request each. Bounded or unbounded;
 * as parallel as its input. A missing file is a failure.
 */
public final class DescribeFiles extends PTransform<PCollection<AudioFile>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  public static final TupleTag<AudioFile> FILES = new TupleTag<>() {};
  public static final TupleTag<FileReport> FAILED = new TupleTag<>() {};

  private final StorageSettings storage;

  public DescribeFiles(StorageSettings storage) {
    this.storage = storage;
  }

  @Override
  public PCollectionTuple expand(PCollection<AudioFile> files) {
    return files.apply(
        "Describe",
        ParDo.of(new DescribeFn(storage)).withOutputTags(FILES, TupleTagList.of(FAILED)));
  }

  static final class DescribeFn extends DoFn<AudioFile, AudioFile> {
    private static final long serialVersionUID = 1L;

    private final Counter listed = Metrics.counter(MetricNames.NAMESPACE, MetricNames.FILES_LISTED);
    private final StorageSettings storage;

    DescribeFn(StorageSettings storage) {
      this.storage = storage;
    }

    @ProcessElement
    public void describe(@Element AudioFile file, MultiOutputReceiver out) {
      listed.inc();
      try {
        AudioFile known = file.version().isEmpty() ? VersionCheck.described(file, storage) : file;
        out.get(FILES).output(known);
      } catch (SpeechException e) {
        out.get(FAILED).output(Failures.of(file, e));
      }
    }
  }
}
