// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.transforms.rows.FailureRow;
import io.beamscribe.transforms.values.AudioFile;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Converts rows with the address of a file to files. Bounded or unbounded; a row without a valid
 * address is a failure.
 */
final class FilesOfRows extends PTransform<PCollection<Row>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  static final String URI = "uri";
  static final String PATH = "path";
  static final TupleTag<AudioFile> FILES = new TupleTag<>() {};
  static final TupleTag<FailureRow> FAILED = new TupleTag<>() {};

  @Override
  public PCollectionTuple expand(PCollection<Row> rows) {
    return rows.apply(
        "Read", ParDo.of(new ReadFn()).withOutputTags(FILES, TupleTagList.of(FAILED)));
  }

  static final class ReadFn extends DoFn<Row, AudioFile> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void read(@Element Row row, MultiOutputReceiver out) {
      String uri = row.getString(URI);
      String path = row.getSchema().hasField(PATH) ? row.getString(PATH) : null;
      if (uri == null) {
        out.get(FAILED).output(failure("", "A row has no file address."));
        return;
      }
      try {
        AudioFile file = AudioFile.of(uri);
        out.get(FILES).output(path == null ? file : file.withPath(path));
      } catch (IllegalArgumentException e) {
        out.get(FAILED)
            .output(failure(Addresses.withoutSecrets(uri), String.valueOf(e.getMessage())));
      }
    }

    private static FailureRow failure(String source, String message) {
      return new FailureRow(source, ErrorKind.INVALID_URI.label(), message);
    }
  }
}
