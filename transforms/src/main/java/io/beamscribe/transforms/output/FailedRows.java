// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import io.beamscribe.speech.json.Json;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.settings.RunSettings;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.storage.AtomicFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of files that failed in a batch, kept under the output until its report is there. Those
 * of finished files are in their markers; together they tell of every file that has ended, should
 * the job break off. Failing to keep one costs no more than that. Thread-safe.
 */
@Internal
public final class FailedRows {
  private static final Logger LOG = LoggerFactory.getLogger(FailedRows.class);

  private final RunSettings run;
  private final OutputLayout output;
  private final String folder;
  private final AtomicFiles files;

  public FailedRows(TranscriptionSettings settings) {
    this.run = settings.run();
    this.output = settings.output();
    this.folder = output.failed(run.id());
    this.files = new AtomicFiles(output.storage());
  }

  /** Keeps a row, tells the {@link FailureGate} of it, and returns it. */
  public FileReport keep(FileReport row) {
    String name = DigestUtils.sha256Hex(row.source() + "\n" + row.sourceUrl());
    try (Lease<FailureGate> gate = FailureGate.lease(run)) {
      gate.value().failed(name);
    }
    try {
      files.write(folder + "/" + name + ".json", Json.writeCompact(row));
    } catch (IOException e) {
      LOG.warn("The failure of {} cannot be kept: {}", row.source(), e.getMessage());
    }
    return row;
  }

  /** All rows that were kept, in no particular order. */
  public List<FileReport> all() throws IOException {
    List<FileReport> rows = new ArrayList<>();
    for (String address : files.list(folder)) {
      byte[] row = files.read(address).orElse(new byte[0]);
      if (row.length > 0) {
        rows.add(Json.readCompact(row, FileReport.class));
      }
    }
    return rows;
  }

  /** Removes them; where that fails they stay, which does no harm. */
  public void remove() {
    remove(folder);
  }

  /** Removes all that a run keeps until it is over, its own report among it. */
  public void removeRun() {
    remove(output.run(run.id()));
  }

  private void remove(String all) {
    try {
      files.deleteFolder(all);
      files.deleteEmpty(output.run(run.id()));
      files.deleteEmpty(output.runs());
    } catch (IOException e) {
      LOG.warn("{} cannot be removed: {}", all, e.getMessage());
    }
  }
}
