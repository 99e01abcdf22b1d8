package io.beamscribe.transforms.transcription;

import io.beamscribe.speech.analytics.Conversation;
import io.beamscribe.speech.analytics.ConversationStatistics;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import io.beamscribe.speech.speakers.KeptVoices;
import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.OnChannel;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Provenance;
import io.beamscribe.speech.transcript.SegmentSpan;
import io.beamscribe.speech.transcript.SpeakerTurn;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import io.beamscribe.speech.transcription.BlockTranscript;
import io.beamscribe.speech.transcription.ResultSettings;
import io.beamscribe.transforms.output.FinishedBlocks;
import io.beamscribe.transforms.output.FinishedFiles;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.FileOutcome;
import io.beamscribe.transforms.values.RecognizedBlock;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts the blocks of a file together. Which blocks are in is what storage says, not a count: each
 * block is stored before it comes here and looks for the others, so the last one finds them all.
 * Should two workers see the file complete at once, both write the same bytes; within a worker one
 * does.
 */
public final class TranscriptAssembler {
  /** Held while the parts of a file are looked for and put together. */
  private static final Leases<String, Object> LOCKS = new Leases<>(Retention.none(), lock -> {});

  private final TranscriptionSettings settings;
  private final FinishedBlocks kept;
  private final FinishedFiles finished;

  public TranscriptAssembler(TranscriptionSettings settings) {
    this.settings = settings;
    this.kept = new FinishedBlocks(settings.output());
    this.finished = new FinishedFiles(settings);
  }

  /** Takes a block; the end of its file when that makes the file whole. */
  public Optional<FileOutcome> add(RecognizedBlock recognized) throws IOException {
    AudioBlock block = recognized.block();
    if (block.count() == 1) {
      return Optional.of(finish(block, List.of(recognized.transcript())));
    }
    String folder = settings.output().parts(block.file().path());
    try (Lease<Object> lock = LOCKS.share(folder, Object::new)) {
      synchronized (lock.value()) {
        return assemble(block);
      }
    }
  }

  private Optional<FileOutcome> assemble(AudioBlock block) throws IOException {
    Optional<List<BlockTranscript>> parts = kept.readAll(block);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    FileOutcome end = finish(block, parts.get());
    kept.remove(block.file());
    return Optional.of(end);
  }

  private FileOutcome finish(AudioBlock block, List<BlockTranscript> parts) throws IOException {
    Transcript transcript = transcript(block, parts);
    if (settings.results().diarization() != null) {
      transcript = withSpeakers(block, transcript, parts);
    }
    FileReport row = row(block, transcript, parts);
    return finished.write(block.file(), block.sha256(), transcript, row);
  }

  private Transcript transcript(AudioBlock block, List<BlockTranscript> parts) {
    List<Phrase> phrases = new ArrayList<>();
    List<Flag> flags = new ArrayList<>();
    List<SegmentSpan> segments = new ArrayList<>();
    for (BlockTranscript part : parts) {
      phrases.addAll(part.phrases());
      flags.addAll(part.flags());
      segments.addAll(part.segments());
    }
    phrases.sort(OnChannel.BY_CHANNEL_THEN_TIME);
    segments.sort(OnChannel.BY_CHANNEL_THEN_TIME);
    flags.sort(OnChannel.BY_CHANNEL_THEN_TIME);
    FileLanguages languages = FileLanguages.of(settings.recognition(), block.locale(), phrases);
    long duration = block.facts().durationMilliseconds();
    long tracks = duration * block.tracks().size();
    double share = tracks == 0 ? 0 : Math.min(1, milliseconds(segments) / (double) tracks);
    return new Transcript(
        block.file().source(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        duration,
        block.tracks().stream().map(Track::channel).toList(),
        phrases,
        new Provenance(
            ResultSettings.RESULT_VERSION,
            settings.recognition().engine().engine(),
            settings.recognition().modelId(),
            settings.recognition().engine().digest(),
            languages.text(),
            languages.models(),
            settings.recognition().options().task().name().toLowerCase(Locale.ROOT),
            block.fingerprint(),
            block.facts(),
            share,
            segments,
            flags,
            null,
            null));
  }

  private Transcript withSpeakers(
      AudioBlock block, Transcript transcript, List<BlockTranscript> parts) throws IOException {
    KeptVoices voices =
        new KeptVoices(
            transcript.phrases(),
            parts.stream().flatMap(part -> part.voices().stream()).toList(),
            settings.results().diarization().voicesDigest());
    if (settings.results().diarization().keepEmbeddings()) {
      new AtomicFiles(settings.storage())
          .write(settings.output().voices(block.file().path()), voices.json());
    }
    return voices.speakers(
        transcript,
        settings.results().diarization().speakers(),
        settings.results().diarization().known());
  }

  private static FileReport row(
      AudioBlock block, Transcript transcript, List<BlockTranscript> parts) {
    List<Word> words =
        transcript.phrases().stream().flatMap(phrase -> phrase.best().words().stream()).toList();
    return new FileReport(
        block.file().path(),
        block.file().source(),
        FileStatus.SUCCEEDED,
        null,
        null,
        block.file().size(),
        transcript.durationMilliseconds(),
        milliseconds(transcript.provenance().segments()),
        parts.stream().mapToDouble(BlockTranscript::processingSeconds).sum(),
        words.stream().mapToDouble(Word::confidence).average().orElse(Double.NaN),
        words.size(),
        transcript.provenance().locale(),
        block.facts(),
        talk(transcript));
  }

  private static Conversation talk(Transcript transcript) {
    List<SpeakerTurn> turns = transcript.provenance().turns();
    return turns == null
        ? null
        : ConversationStatistics.of(
            turns, transcript.provenance().speakers(), transcript.durationMilliseconds());
  }

  private static long milliseconds(List<SegmentSpan> segments) {
    return segments.stream().mapToLong(SegmentSpan::durationMilliseconds).sum();
  }
}
