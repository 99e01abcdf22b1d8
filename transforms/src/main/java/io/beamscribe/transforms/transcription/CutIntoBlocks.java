package io.beamscribe.transforms.transcription;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.activity.BlockCutter;
import io.beamscribe.speech.audio.AudioNames;
import io.beamscribe.speech.audio.AudioProfile;
import io.beamscribe.speech.audio.DecodedAudio;
import io.beamscribe.speech.audio.SampleRange;
import io.beamscribe.speech.audio.Track;
import io.beamscribe.speech.audio.decoding.AudioDecoder;
import io.beamscribe.speech.audio.sniff.AudioSniffer;
import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.transcription.RecognitionSettings;
import io.beamscribe.transforms.listing.StoredAudio;
import io.beamscribe.transforms.output.FinishedBlocks;
import io.beamscribe.transforms.output.FinishedFiles;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.telemetry.LogContext;
import io.beamscribe.transforms.telemetry.MetricNames;
import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.Failures;
import io.beamscribe.transforms.values.FileOutcome;
import io.beamscribe.transforms.values.JsonCoder;
import io.beamscribe.transforms.worker.EarlyEngine;
import io.beamscribe.transforms.worker.EngineLeases;
import io.beamscribe.transforms.worker.WorkerModels;
import io.beamscribe.transforms.worker.WorkerTools;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.beam.sdk.coders.StringUtf8Coder;
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
 * Opens each file, reads it through once and cuts it into blocks of a few minutes; where one
 * language is to be found out for a file, it is here, so that all blocks agree. Bounded or
 * unbounded. What a pattern brought in that is no audio is ignored; what turns out to be finished
 * under another version is skipped; what cannot be decoded fails.
 */
public final class CutIntoBlocks extends PTransform<PCollection<AudioFile>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  public static final TupleTag<AudioBlock> BLOCKS = new TupleTag<>() {};
  public static final TupleTag<FileOutcome> SKIPPED = new TupleTag<>() {};
  public static final TupleTag<FileReport> FAILED = new TupleTag<>() {};
  public static final TupleTag<String> IGNORED = new TupleTag<>() {};

  private final TranscriptionSettings settings;

  public CutIntoBlocks(TranscriptionSettings settings) {
    this.settings = settings;
  }

  @Override
  public PCollectionTuple expand(PCollection<AudioFile> files) {
    PCollectionTuple cut =
        files.apply(
            "Profile",
            ParDo.of(new CutFn(settings))
                .withOutputTags(BLOCKS, TupleTagList.of(SKIPPED).and(FAILED).and(IGNORED)));
    cut.get(BLOCKS).setCoder(JsonCoder.of(AudioBlock.class));
    cut.get(SKIPPED).setCoder(JsonCoder.of(FileOutcome.class));
    cut.get(FAILED).setCoder(JsonCoder.of(FileReport.class));
    cut.get(IGNORED).setCoder(StringUtf8Coder.of());
    return cut;
  }

  public static final class CutFn extends DoFn<AudioFile, AudioBlock> {
    private static final long serialVersionUID = 1L;

    private final Counter known = Metrics.counter(MetricNames.NAMESPACE, MetricNames.AUDIO_KNOWN);
    private final Counter ignored =
        Metrics.counter(MetricNames.NAMESPACE, MetricNames.FILES_IGNORED);
    private final TranscriptionSettings settings;
    private transient WorkerTools tools;
    private transient FinishedFiles finished;
    private transient EarlyEngine engine;
    private transient EngineLeases engines;
    private transient LanguageDecision language;

    public CutFn(TranscriptionSettings settings) {
      this.settings = settings;
    }

    @Setup
    public void setUp() {
      RecognitionSettings here = WorkerModels.here(settings).recognition();
      tools = WorkerTools.lease(here.detectorFolder());
      finished = new FinishedFiles(settings);
      engine = new EarlyEngine(here.engine());
      engines = new EngineLeases();
      language = new LanguageDecision(here, tools, engines);
    }

    @Teardown
    public void tearDown() {
      if (engines != null) {
        engines.close();
      }
      if (engine != null) {
        engine.close();
      }
      if (tools != null) {
        tools.close();
      }
    }

    @ProcessElement
    public void cut(@Element AudioFile file, MultiOutputReceiver out) throws IOException {
      try (LogContext context = LogContext.of(settings.run().id(), file)) {
        if (!file.named() && !isAudio(file)) {
          ignored.inc();
          out.get(IGNORED).output(file.source());
          return;
        }
        engine.begin();
        AudioProfile profile = profile(file, tools.decoder());
        Optional<FileOutcome> end = finished.find(file, profile.sha256());
        if (end.isPresent()) {
          out.get(SKIPPED).output(end.get());
          return;
        }
        if (settings.run().overwrite()) {
          // What a killed run left of this file would pass for work of this one.
          new FinishedBlocks(settings.output()).remove(file);
        }
        known.inc(profile.facts().durationMilliseconds());
        List<SampleRange> ranges =
            new BlockCutter(settings.recognition().activity().blocks())
                .blocks(profile.envelope(), profile.samples());
        String locale = locale(file, profile.tracks(), ranges);
        blocks(file, profile, ranges, locale).forEach(out.get(BLOCKS)::output);
      } catch (SpeechException e) {
        out.get(FAILED).output(Failures.of(file, e));
      } catch (RuntimeException e) {
        out.get(FAILED).output(Failures.of(file, Failures.defect(e)));
      }
    }

    private boolean isAudio(AudioFile file) throws SpeechException {
      if (AudioNames.isAudioName(file.path())) {
        return true;
      }
      try (InputStream head =
          Channels.newInputStream(new StoredAudio(file, settings.storage()).open())) {
        return AudioSniffer.looksLikeAudio(head.readNBytes(AudioSniffer.HEAD_BYTES));
      } catch (IOException e) {
        throw Failures.reading(e);
      }
    }

    private AudioProfile profile(AudioFile file, AudioDecoder decoder) throws SpeechException {
      try (DecodedAudio audio = decoder.open(new StoredAudio(file, settings.storage()))) {
        return audio.profile(settings.recognition().channels());
      }
    }

    /** The language that all blocks and tracks are to have; null where it is found out later. */
    private String locale(AudioFile file, List<Track> tracks, List<SampleRange> ranges)
        throws SpeechException, IOException {
      if (!language.isNeeded(tracks, ranges)) {
        return null;
      }
      try (DecodedAudio audio = tools.decoder().open(new StoredAudio(file, settings.storage()))) {
        return language.of(audio, tracks, ranges).orElse(null);
      }
    }

    private List<AudioBlock> blocks(
        AudioFile file, AudioProfile profile, List<SampleRange> ranges, String locale) {
      String fingerprint = settings.results().fingerprint(profile.sha256());
      return IntStream.range(0, ranges.size())
          .mapToObj(
              i ->
                  new AudioBlock(
                      file,
                      fingerprint,
                      profile.sha256(),
                      profile.facts(),
                      profile.tracks(),
                      ranges.get(i),
                      locale,
                      i,
                      ranges.size()))
          .toList();
    }
  }
}
