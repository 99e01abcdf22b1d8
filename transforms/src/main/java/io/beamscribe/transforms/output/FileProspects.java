// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.json.Json;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.output.FileProspect.Reason;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.values.AudioFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.beam.sdk.annotations.Internal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells from markers what a run would do with files, by the rule of {@link FinishedFiles} and
 * without changing anything. Thread-safe.
 */
@Internal
public final class FileProspects {
  private static final Logger LOG = LoggerFactory.getLogger(FileProspects.class);

  /** A marker takes a request in a store. */
  private static final int THREADS = 16;

  private final TranscriptionSettings settings;
  private final OutputLayout output;
  private final AtomicFiles files;
  private final FinishedRule rule;

  public FileProspects(TranscriptionSettings settings) {
    this.settings = settings;
    this.output = settings.output();
    this.files = new AtomicFiles(output.storage());
    this.rule = new FinishedRule(settings);
  }

  /** Those of files, in their order; where storage does not tell, a file counts as new. */
  public List<FileProspect> of(List<AudioFile> all) {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS,
            work -> {
              Thread thread = new Thread(work, "prospects");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<FileProspect>> asked = new ArrayList<>();
      all.forEach(file -> asked.add(threads.submit(() -> of(file))));
      List<FileProspect> told = new ArrayList<>();
      for (Future<FileProspect> each : asked) {
        told.add(each.get());
      }
      return told;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException("interrupted");
      cancelled.initCause(e);
      throw cancelled;
    } finally {
      threads.shutdownNow();
    }
  }

  private FileProspect of(AudioFile file) {
    try {
      Optional<DoneMarker> marker =
          files.read(output.marker(file.path())).flatMap(DoneMarker::read);
      if (marker.isEmpty()) {
        return FileProspect.NEW;
      }
      boolean alike = marker.get().settings().equals(rule.digest(file));
      return new FileProspect(
          reason(file, marker.get(), alike), row(file, marker.get()), alike, marker.get().sha256());
    } catch (IOException | RuntimeException e) {
      LOG.debug("It cannot be told whether {} is finished", file.source(), e);
      return FileProspect.NEW;
    }
  }

  private Reason reason(AudioFile file, DoneMarker marker, boolean alike) throws IOException {
    if (rule.isOwn(marker)) {
      return Reason.OWN;
    }
    if (!rule.counts(marker)) {
      return Reason.OVERWRITE;
    }
    if (!rule.isOf(file, marker)) {
      return !alike
          ? Reason.SETTINGS
          : rule.mayBeOf(file, marker) ? Reason.COMPARE : Reason.CHANGED;
    }
    boolean whole = rule.missing(marker).isEmpty();
    for (TranscriptFormat format : settings.run().formats()) {
      whole &= isThere(file, format);
    }
    if (whole) {
      return Reason.FINISHED;
    }
    String json = output.transcript(file.path(), TranscriptFormat.JSON.extension());
    return files.exists(json) ? Reason.FORMATS : Reason.RESULTS;
  }

  /** As when a run looks: in a store the marker is trusted. */
  private boolean isThere(AudioFile file, TranscriptFormat format) throws IOException {
    String address = output.transcript(file.path(), format.extension());
    return !Addresses.isLocal(address) || files.exists(address);
  }

  private static @Nullable FileReport row(AudioFile file, DoneMarker marker) throws IOException {
    return marker.row() == null || marker.size() != file.size()
        ? null
        : Json.readCompact(marker.row().getBytes(StandardCharsets.UTF_8), FileReport.class);
  }
}
