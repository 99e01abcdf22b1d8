// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.recognition.EngineAbility;
import io.beamscribe.speech.recognition.EngineProvider;
import io.beamscribe.speech.speakers.KeptVoices;
import io.beamscribe.speech.text.forms.TextForms;
import io.beamscribe.speech.text.forms.TextOptions;
import io.beamscribe.speech.transcript.Flag;
import io.beamscribe.speech.transcript.OnChannel;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Provenance;
import io.beamscribe.speech.transcript.SegmentSpan;
import io.beamscribe.speech.transcript.TextProvenance;
import io.beamscribe.speech.transcript.Transcript;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Combines the blocks of a file: words by channel and time, languages, speakers. Immutable. */
public final class TranscriptBuilder {
  private final RecognitionSettings recognition;
  private final @Nullable DiarizationSettings diarization;
  private final TextOptions text;

  /** Engines that write for readers. */
  private final List<String> writers = EngineProvider.able(EngineAbility.WRITES_FOR_READERS);

  private final @Nullable RedactionSettings redaction;

  public TranscriptBuilder(ResultSettings settings) {
    this.recognition = settings.recognition();
    this.diarization = settings.diarization();
    this.text = settings.text();
    this.redaction = settings.redaction();
  }

  /**
   * Builds the result of a file.
   *
   * @param source address of the file, without secrets
   * @param block any of its blocks
   * @param parts transcripts of all its blocks, in order
   * @throws SpeechException if personal data cannot be taken out
   */
  public FileTranscript build(String source, FileBlock block, List<BlockTranscript> parts)
      throws SpeechException {
    double seconds = parts.stream().mapToDouble(BlockTranscript::processingSeconds).sum();
    Transcript words = redacted(words(source, block, parts));
    if (diarization == null) {
      return new FileTranscript(TextForms.of(words, text), null, seconds);
    }
    KeptVoices voices =
        new KeptVoices(
            words.phrases(),
            parts.stream().flatMap(part -> part.voices().stream()).toList(),
            diarization.voicesDigest());
    Transcript spoken = voices.speakers(words, diarization.speakers(), diarization.known());
    return new FileTranscript(TextForms.of(spoken, text), voices, seconds);
  }

  /** Before anything else is made of it, so that nothing can keep what is taken out. */
  private Transcript redacted(Transcript transcript) throws SpeechException {
    return redaction == null ? transcript : redaction.redact(transcript);
  }

  private Transcript words(String source, FileBlock block, List<BlockTranscript> parts) {
    List<Phrase> phrases = new ArrayList<>();
    List<Flag> flags = new ArrayList<>();
    List<SegmentSpan> segments = new ArrayList<>();
    for (BlockTranscript part : parts) {
      phrases.addAll(part.phrases());
      flags.addAll(part.flags());
      segments.addAll(part.segments());
    }
    flags.addAll(fileFlags(block));
    phrases.sort(OnChannel.BY_CHANNEL_THEN_TIME);
    segments.sort(OnChannel.BY_CHANNEL_THEN_TIME);
    flags.sort(OnChannel.BY_CHANNEL_THEN_TIME);
    return new Transcript(
        source,
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        block.facts().durationMilliseconds(),
        block.tracks().stream().map(Track::channel).toList(),
        phrases,
        provenance(block, phrases, segments, flags));
  }

  private static List<Flag> fileFlags(FileBlock block) {
    int channel = block.tracks().get(0).channel();
    return block.notes().stream()
        .map(
            note ->
                new Flag(
                    note.kind(),
                    channel,
                    note.startMilliseconds(),
                    note.endMilliseconds(),
                    note.detail()))
        .toList();
  }

  private Provenance provenance(
      FileBlock block, List<Phrase> phrases, List<SegmentSpan> segments, List<Flag> flags) {
    FileLanguages languages = FileLanguages.of(recognition, block.locale(), phrases);
    return new Provenance(
        ResultSettings.RESULT_VERSION,
        recognition.engine().engine(),
        recognition.modelId(),
        recognition.engine().digest(),
        languages.text(),
        languages.models(),
        recognition.options().task().name().toLowerCase(Locale.ROOT),
        block.fingerprint(),
        block.facts(),
        speechShare(block, segments),
        segments,
        flags,
        null,
        null,
        TextProvenance.asRecognized(verbatim(languages.text(), phrases)));
  }

  /** Locales whose engine writes words only as spoken. */
  private List<String> verbatim(String ofFile, List<Phrase> phrases) {
    return phrases.stream()
        .map(phrase -> phrase.locale() == null ? ofFile : phrase.locale())
        .distinct()
        .filter(locale -> !writers.contains(recognition.engine(locale).engine()))
        .sorted()
        .toList();
  }

  private static double speechShare(FileBlock block, List<SegmentSpan> segments) {
    long tracks = block.facts().durationMilliseconds() * block.tracks().size();
    long speech = segments.stream().mapToLong(SegmentSpan::durationMilliseconds).sum();
    return tracks == 0 ? 0 : Math.min(1, speech / (double) tracks);
  }
}
