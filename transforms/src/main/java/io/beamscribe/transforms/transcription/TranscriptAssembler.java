// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.transcription;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioFacts;
import io.beamscribe.speech.audio.AudioOptions;
import io.beamscribe.speech.audio.AudioStreamChoice;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.decoding.AudioDecoder;
import io.beamscribe.speech.masking.MaskedAudio;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import io.beamscribe.speech.text.redaction.AudioMask;
import io.beamscribe.speech.transcript.RedactedPart;
import io.beamscribe.speech.transcript.TextProvenance;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcription.BlockTranscript;
import io.beamscribe.speech.transcription.DiarizationSettings;
import io.beamscribe.speech.transcription.FileTranscript;
import io.beamscribe.speech.transcription.RedactionSettings;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.speech.transcription.TranscriptBuilder;
import io.beamscribe.transforms.listing.StoredAudio;
import io.beamscribe.transforms.output.Announcer;
import io.beamscribe.transforms.output.CallFigures;
import io.beamscribe.transforms.output.FinishedBlocks;
import io.beamscribe.transforms.output.FinishedFiles;
import io.beamscribe.transforms.output.ResultStore;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.values.Attempt;
import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.FileOutcome;
import io.beamscribe.transforms.values.RecognizedBlock;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;

/**
 * Assembles the blocks of a file. Storage decides whether all blocks are there, not a count: each
 * block is stored before it arrives here and looks for the others, so the last one finds them all,
 * or else the marker of the file, which another run has completed. If two workers see the file
 * complete at once, both write the same bytes; within a worker only one does.
 */
@Internal
public final class TranscriptAssembler {
  /** Held while the blocks of a file are looked for and assembled. */
  private static final Leases<String, Object> LOCKS = new Leases<>(Retention.none(), lock -> {});

  private final CallFigures calls;
  private final OutputLayout output;
  private final boolean keepEmbeddings;
  private final AudioMask mask;
  private final AudioStreamChoice stream;
  private final ResultSettings results;
  private final FinishedBlocks kept;
  private final FinishedFiles finished;
  private final ResultStore store;

  public TranscriptAssembler(TranscriptionSettings settings) {
    this(settings, Announcer.NONE);
  }

  /**
   * @param announcer is told of files whose results are written
   */
  public TranscriptAssembler(TranscriptionSettings settings, Announcer announcer) {
    DiarizationSettings diarization = settings.results().diarization();
    this.output = settings.output();
    this.calls = new CallFigures(settings);
    RedactionSettings redaction = settings.results().redaction();
    this.mask = redaction == null ? AudioMask.NONE : redaction.audio();
    this.stream = settings.recognition().audioStream();
    this.keepEmbeddings = diarization != null && diarization.keepEmbeddings();
    this.results = settings.results();
    this.kept = new FinishedBlocks(settings);
    this.finished = new FinishedFiles(settings, announcer);
    this.store = new ResultStore(output);
  }

  /**
   * Adds a block; the result is the outcome of its file if that completes it.
   *
   * @throws IOException if the output is unavailable
   */
  public Attempt<Optional<FileOutcome>> add(RecognizedBlock recognized) throws IOException {
    return Attempt.of(recognized.block().file(), () -> store.of(() -> added(recognized)));
  }

  private Optional<FileOutcome> added(RecognizedBlock recognized)
      throws SpeechException, IOException {
    AudioBlock block = recognized.block();
    if (block.whole()) {
      return Optional.of(finish(block, List.of(recognized.transcript())));
    }
    String folder = output.parts(block.file().path());
    try (Lease<Object> lock = LOCKS.share(folder, Object::new)) {
      synchronized (lock.value()) {
        return assemble(block);
      }
    }
  }

  private Optional<FileOutcome> assemble(AudioBlock block) throws SpeechException, IOException {
    Optional<List<BlockTranscript>> parts = kept.readAll(block);
    // Blocks that are missing are not recognised yet, or were removed when the file was complete.
    Optional<FileOutcome> end =
        parts.isPresent() ? Optional.of(finish(block, parts.get())) : finished.of(block);
    if (end.isPresent() || finished.isFinished(block)) {
      kept.remove(block);
    }
    return end;
  }

  /** Writes a copy of the audio without personal data, if that is asked for. */
  private void writeMasked(AudioFile file, AudioBlock block, Transcript transcript)
      throws SpeechException, IOException {
    if (mask == AudioMask.NONE) {
      return;
    }
    TextProvenance text = requireNonNull(transcript.provenance()).text();
    List<RedactedPart> parts = text == null ? null : text.entities();
    AudioFacts facts = block.block().facts();
    try (AudioDecoder decoder = new AudioDecoder(AudioOptions.defaults().withStream(stream));
        DecodedAudio audio = decoder.open(new StoredAudio(file, output.storage()))) {
      MaskedAudio masked =
          new MaskedAudio(
              audio,
              facts.channels(),
              facts.durationMilliseconds(),
              mask,
              parts == null ? List.of() : parts);
      new AtomicFiles(output.storage())
          .write(
              output.maskedAudio(file.path()),
              out -> {
                try {
                  masked.write(out);
                } catch (SpeechException e) {
                  throw new IOException(e);
                }
              });
    } catch (IOException e) {
      if (e.getCause() instanceof SpeechException unreadable) {
        throw unreadable;
      }
      throw e;
    }
  }

  private FileOutcome finish(AudioBlock block, List<BlockTranscript> parts)
      throws SpeechException, IOException {
    AudioFile file = block.file();
    FileTranscript result =
        new TranscriptBuilder(file.settings(results)).build(file.source(), block.block(), parts);
    if (keepEmbeddings) {
      new AtomicFiles(output.storage())
          .write(output.voices(file.path()), requireNonNull(result.voices()).json());
    }
    writeMasked(file, block, result.transcript());
    FileReport row =
        FileReport.succeeded(
            file.path(), file.size(), result.transcript(), result.processingSeconds());
    return finished.write(block, result.transcript(), calls.added(row, file, result.transcript()));
  }
}
