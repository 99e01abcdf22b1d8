// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.streaming;

import static java.util.Objects.requireNonNullElse;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.transforms.background.LongWork;
import io.beamscribe.transforms.events.OffsetChange;
import io.beamscribe.transforms.listing.VersionCheck;
import io.beamscribe.transforms.output.DeadLetters;
import io.beamscribe.transforms.output.FinishedFiles;
import io.beamscribe.transforms.publishing.ResultPublisher;
import io.beamscribe.transforms.publishing.ResultTopic;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.telemetry.MetricNames;
import io.beamscribe.transforms.transcription.FilePreparer;
import io.beamscribe.transforms.transcription.PreparedFile;
import io.beamscribe.transforms.values.ArrivedBlock;
import io.beamscribe.transforms.values.ArrivedFile;
import io.beamscribe.transforms.values.Attempt;
import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.Failures;
import io.beamscribe.transforms.values.FileOutcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.apache.beam.sdk.values.TupleTag;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Skips a finished file or cuts it into blocks, as in a batch, but for files that may change
 * meanwhile.
 */
final class PrepareWork implements LongWork<ArrivedFile> {
  private static final Logger LOG = LoggerFactory.getLogger(PrepareWork.class);

  static final TupleTag<ArrivedBlock> BLOCKS = new TupleTag<>() {};
  static final TupleTag<FileReport> ROWS = new TupleTag<>() {};
  static final TupleTag<String> IGNORED = new TupleTag<>() {};
  static final TupleTag<OffsetChange> ENDED = new TupleTag<>() {};

  private final FilePreparer preparer;
  private final FinishedFiles finished;
  private final FailurePolicy failures;
  private final Lease<ResultPublisher> publisher;
  private final DeadLetters letters;
  private final StorageSettings storage;

  PrepareWork(TranscriptionSettings settings, @Nullable ResultTopic topic) {
    publisher = ResultPublisher.lease(topic, settings.run());
    letters = new DeadLetters(settings, publisher.value());
    preparer = new FilePreparer(settings);
    finished = new FinishedFiles(settings);
    failures = new FailurePolicy(settings, letters);
    storage = settings.storage();
  }

  @Override
  public void process(ArrivedFile arrived, int attempt, MultiOutputReceiver out)
      throws IOException {
    AudioFile listed = arrived.file();
    Optional<AudioFile> file =
        listed.version().isEmpty() ? lookUp(arrived, out) : Optional.of(listed);
    List<AudioBlock> blocks = file.isPresent() ? blocks(file.get(), attempt, out) : List.of();
    if (!blocks.isEmpty() && !VersionCheck.isCurrent(file.get(), storage)) {
      blocks = List.of(); // perhaps cut from two versions; the new one is listed separately
      Metrics.counter(MetricNames.NAMESPACE, MetricNames.FILES_REPLACED).inc();
    }
    for (AudioBlock block : blocks) {
      out.get(BLOCKS).output(new ArrivedBlock(block, arrived.event()));
    }
    if (blocks.isEmpty()) {
      arrived.waiting().map(OffsetChange::ended).ifPresent(out.get(ENDED)::output);
    }
  }

  /** The file that an event or entry means; empty if it ends here, with or without a row. */
  private Optional<AudioFile> lookUp(ArrivedFile arrived, MultiOutputReceiver out)
      throws IOException {
    try {
      if (arrived.namesFile()) {
        for (AudioFile each : arrived.spellings()) {
          Optional<AudioFile> now = VersionCheck.now(each, storage);
          if (now.isPresent()) {
            return now;
          }
        }
      }
      if (arrived.fault() != null) {
        throw new SpeechException(
            requireNonNullElse(arrived.kind(), ErrorKind.INVALID_URI), arrived.fault());
      }
      Metrics.counter(MetricNames.NAMESPACE, MetricNames.FILES_GONE).inc();
      LOG.info("{} is gone", arrived.file().source());
    } catch (SpeechException e) {
      FileReport row = Failures.of(arrived.file(), e);
      if (letters.put(arrived.file(), row)) {
        out.get(ROWS).output(row);
      }
    }
    return Optional.empty();
  }

  /** The blocks to recognise; empty if the file is finished here, with or without a row. */
  private List<AudioBlock> blocks(AudioFile file, int attempt, MultiOutputReceiver out)
      throws IOException {
    Attempt<Optional<FileOutcome>> earlier = finished.attempt(file);
    Optional<FileOutcome> done = earlier.orElse(failure -> Optional.empty());
    if (done.isPresent()) {
      out.get(ROWS).output(done.get().row());
      return List.of();
    }
    Attempt<PreparedFile> prepared = earlier.then(none -> preparer.prepare(file));
    if (prepared.failure().isPresent()) {
      failures.decide(file, prepared.failure().get(), attempt).ifPresent(out.get(ROWS)::output);
      return List.of();
    }
    PreparedFile whole = prepared.result().orElseThrow();
    if (whole.isIgnored()) {
      out.get(IGNORED).output(file.source());
    }
    whole.finished().ifPresent(end -> out.get(ROWS).output(end.row()));
    return whole.blocks();
  }

  @Override
  public void close() {
    preparer.close();
    publisher.close();
  }
}
