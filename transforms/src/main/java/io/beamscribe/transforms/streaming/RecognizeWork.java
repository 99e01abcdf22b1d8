// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.streaming;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.transforms.background.LongWork;
import io.beamscribe.transforms.events.OffsetChange;
import io.beamscribe.transforms.output.DeadLetters;
import io.beamscribe.transforms.publishing.ResultPublisher;
import io.beamscribe.transforms.publishing.ResultTopic;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.telemetry.LogContext;
import io.beamscribe.transforms.transcription.BlockRecognition;
import io.beamscribe.transforms.transcription.TranscriptAssembler;
import io.beamscribe.transforms.values.ArrivedBlock;
import io.beamscribe.transforms.values.Attempt;
import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.FileOutcome;
import io.beamscribe.transforms.values.RecognizedBlock;
import java.io.IOException;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.apache.beam.sdk.values.TupleTag;
import org.jspecify.annotations.Nullable;

/** Recognises a block, and completes its file if it is the last: as in a batch. */
final class RecognizeWork implements LongWork<ArrivedBlock> {
  static final TupleTag<FileReport> ROWS = new TupleTag<>() {};
  static final TupleTag<OffsetChange> ENDED = new TupleTag<>() {};

  private final String run;
  private final BlockRecognition recognition;
  private final TranscriptAssembler assembler;
  private final FailurePolicy failures;
  private final Lease<ResultPublisher> publisher;
  private final DeadLetters letters;

  RecognizeWork(TranscriptionSettings settings, @Nullable ResultTopic topic) {
    publisher = ResultPublisher.lease(topic, settings.run());
    letters = new DeadLetters(settings, publisher.value());
    run = settings.run().id();
    recognition = new BlockRecognition(settings, true);
    assembler = new TranscriptAssembler(settings, publisher.value());
    failures = new FailurePolicy(settings, letters);
  }

  @Override
  public void process(ArrivedBlock arrived, int attempt, MultiOutputReceiver out)
      throws IOException {
    try (LogContext context = LogContext.of(run, arrived.block())) {
      recognize(arrived, attempt, out);
    }
  }

  private void recognize(ArrivedBlock arrived, int attempt, MultiOutputReceiver out)
      throws IOException {
    AudioBlock block = arrived.block();
    Attempt<RecognizedBlock> attempted = recognition.recognize(block);
    recognition.newModelLoads();
    Attempt<Optional<FileOutcome>> ended = attempted.then(assembler::add);
    if (ended.failure().isPresent()) {
      failures
          .decide(block.file(), ended.failure().get(), attempt)
          .ifPresent(out.get(ROWS)::output);
      end(arrived, out);
      return;
    }
    Optional<FileOutcome> done = ended.result().orElseThrow();
    if (done.isPresent()) {
      letters.remove(block.file());
      out.get(ROWS).output(done.get().row());
      end(arrived, out);
    }
  }

  private static void end(ArrivedBlock block, MultiOutputReceiver out) {
    block.waiting().map(OffsetChange::ended).ifPresent(out.get(ENDED)::output);
  }

  @Override
  public void close() {
    recognition.close();
    publisher.close();
  }
}
