// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.transcription;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.engines.EngineLeases;
import io.beamscribe.speech.engines.Engines;
import io.beamscribe.speech.transcript.SegmentSpan;
import io.beamscribe.speech.transcription.AudioTools;
import io.beamscribe.speech.transcription.BlockRecognizer;
import io.beamscribe.speech.transcription.BlockTranscript;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.listing.StoredAudio;
import io.beamscribe.transforms.listing.VersionCheck;
import io.beamscribe.transforms.output.FinishedBlocks;
import io.beamscribe.transforms.output.FinishedFiles;
import io.beamscribe.transforms.output.ResultStore;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.settings.WorkerModels;
import io.beamscribe.transforms.telemetry.LogContext;
import io.beamscribe.transforms.telemetry.MetricNames;
import io.beamscribe.transforms.values.Attempt;
import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.RecognizedBlock;
import java.io.IOException;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Distribution;
import org.apache.beam.sdk.metrics.Metrics;

/**
 * Recognises blocks of stored files and keeps those of long files under the output as soon as they
 * are done; blocks kept by an earlier run are read from there. Not thread-safe.
 */
@Internal
public final class BlockRecognition implements AutoCloseable {
  private final Counter segments = Metrics.counter(MetricNames.NAMESPACE, MetricNames.SEGMENTS);
  private final Counter loads = Metrics.counter(MetricNames.NAMESPACE, MetricNames.MODEL_LOADS);
  private final Counter audio =
      Metrics.counter(MetricNames.NAMESPACE, MetricNames.AUDIO_RECOGNIZED);
  private final Counter speech =
      Metrics.counter(MetricNames.NAMESPACE, MetricNames.SPEECH_RECOGNIZED);
  private final Distribution blockTime =
      Metrics.distribution(MetricNames.NAMESPACE, MetricNames.BLOCK_MILLISECONDS);

  private final TranscriptionSettings settings;
  private final boolean replaceable;
  private final AudioTools tools;
  private final EngineLeases engines;
  private final ResultSettings here;
  private final BlockRecognizer recognizer;
  private final FinishedBlocks kept;
  private final FinishedFiles finished;
  private final ResultStore store;

  /**
   * @param replaceable whether files may be replaced while they are processed, which takes one or
   *     two more requests per block to detect
   */
  public BlockRecognition(TranscriptionSettings settings, boolean replaceable) {
    this.settings = settings;
    this.replaceable = replaceable;
    here = WorkerModels.here(settings);
    tools = AudioTools.lease(here.recognition());
    engines = new EngineLeases();
    recognizer = new BlockRecognizer(here, tools, engines);
    kept = new FinishedBlocks(settings);
    finished = new FinishedFiles(settings);
    store = new ResultStore(settings.output());
  }

  /**
   * Recognises a block.
   *
   * @throws IOException if storage or an engine is unavailable
   */
  public Attempt<RecognizedBlock> recognize(AudioBlock block) throws IOException {
    try (LogContext context = LogContext.of(settings.run().id(), block)) {
      return Attempt.of(block.file(), () -> new RecognizedBlock(block, transcript(block)));
    }
  }

  private BlockTranscript transcript(AudioBlock block) throws SpeechException, IOException {
    Optional<BlockTranscript> earlier = earlier(block);
    BlockTranscript transcript =
        earlier.isPresent()
            ? earlier.get()
            : recognizer(block.file())
                .recognize(new StoredAudio(block.file(), settings.storage()), block.block());
    requireCurrent(block);
    if (earlier.isEmpty()) {
      if (!block.whole()) {
        store.change(() -> keep(block, transcript));
      }
      count(transcript);
    }
    audio.inc((long) (block.block().range().seconds() * 1000));
    return transcript;
  }

  private BlockRecognizer recognizer(AudioFile file) {
    return file.choice() == null
        ? recognizer
        : new BlockRecognizer(file.settings(here), tools, engines);
  }

  private Optional<BlockTranscript> earlier(AudioBlock block) throws SpeechException, IOException {
    return block.whole() ? Optional.empty() : store.of(() -> kept.read(block));
  }

  private void keep(AudioBlock block, BlockTranscript transcript) throws IOException {
    // Here and not later: a runner may defer all later steps until every block is recognised.
    kept.keep(block, transcript);
    if (finished.isFinished(block)) {
      // Another run, or a worker that took over from this one, has completed the file meanwhile.
      kept.remove(block);
    }
  }

  /**
   * Fails if the file was replaced while it was read, so that a stale result never overwrites a
   * newer one.
   */
  private void requireCurrent(AudioBlock block) throws SpeechException, IOException {
    if (replaceable && !VersionCheck.isCurrent(block.file(), settings.storage())) {
      throw new SpeechException(
          ErrorKind.TRANSIENT, "The file was replaced or removed while it was read.");
    }
  }

  private void count(BlockTranscript transcript) {
    segments.inc(transcript.segments().size());
    speech.inc(transcript.segments().stream().mapToLong(SegmentSpan::durationMilliseconds).sum());
    blockTime.update((long) (transcript.processingSeconds() * 1000));
  }

  /** Counts the models that this process has loaded since the last call. */
  public long newModelLoads() {
    long loaded = Engines.shared().newLoads();
    if (loaded > 0) {
      loads.inc(loaded);
    }
    return loaded;
  }

  @Override
  public void close() {
    engines.close();
    tools.close();
  }
}
