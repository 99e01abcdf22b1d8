// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.values.JsonCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the speech of many sessions while it is spoken, as from a topic: the key is the
 * session. Input is unbounded, in any order and with repetitions; of each phrase there is one final
 * element, however often chunks or bundles are repeated. Output is in the global window. One thread
 * at a time works on a session; workers share the sessions by their keys.
 *
 * <p>Use {@link #coder} for the input where it is made.
 */
public final class TranscribeStreams
    extends PTransform<PCollection<KV<String, AudioChunk>>, PCollection<KV<String, LivePhrase>>> {
  private static final long serialVersionUID = 1L;
  private static final int IN_MEMORY = 200;
  private static final Duration IDLE = Duration.standardMinutes(2);

  private final TranscriptionSettings settings;
  private final Duration idle;
  private final int inMemory;
  private final boolean partials;

  private TranscribeStreams(
      TranscriptionSettings settings, Duration idle, int inMemory, boolean partials) {
    this.settings = settings;
    this.idle = idle;
    this.inMemory = inMemory;
    this.partials = partials;
  }

  /** With final phrases alone; sessions without audio end after two minutes. */
  public static TranscribeStreams of(TranscriptionSettings settings) {
    return new TranscribeStreams(settings, IDLE, IN_MEMORY, false);
  }

  /** The coder of the input. */
  public static KvCoder<String, AudioChunk> coder() {
    return KvCoder.of(StringUtf8Coder.of(), JsonCoder.of(AudioChunk.class));
  }

  /** A copy that also gives what is not final yet, some times a second while somebody speaks. */
  public TranscribeStreams withPartials() {
    return new TranscribeStreams(settings, idle, inMemory, true);
  }

  /**
   * A copy with another time of processing after which a session ends that gets no audio, and is
   * forgotten: a chunk that is repeated later is taken for one of a new session.
   */
  public TranscribeStreams withIdle(Duration longest) {
    return new TranscribeStreams(settings, longest, inMemory, partials);
  }

  /**
   * A copy with another number of sessions that a worker has in memory, each with some megabytes.
   * Of the others, what is not final is heard again, every two seconds of their audio.
   */
  public TranscribeStreams withSessionsInMemory(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("at least one session must be in memory: " + most);
    }
    return new TranscribeStreams(settings, idle, most, partials);
  }

  /**
   * The same, with all that happens in the sessions.
   *
   * @param journal what was told of sessions, whose keys are {@link SessionKey}s then
   */
  PTransform<PCollection<KV<String, AudioChunk>>, PCollection<KV<String, LiveEvent>>> events(
      @Nullable Journal journal) {
    return new Events(new RecognizeChunksFn(settings, idle, inMemory, partials, journal));
  }

  @Override
  public PCollection<KV<String, LivePhrase>> expand(PCollection<KV<String, AudioChunk>> chunks) {
    return chunks
        .apply("Recognize", events(null))
        .apply("Phrases", ParDo.of(new PhrasesFn()))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), JsonCoder.of(LivePhrase.class)));
  }

  private static final class Events
      extends PTransform<PCollection<KV<String, AudioChunk>>, PCollection<KV<String, LiveEvent>>> {
    private static final long serialVersionUID = 1L;

    private final RecognizeChunksFn recognize;

    Events(RecognizeChunksFn recognize) {
      this.recognize = recognize;
    }

    @Override
    public PCollection<KV<String, LiveEvent>> expand(PCollection<KV<String, AudioChunk>> chunks) {
      return chunks
          .apply("Whole sessions", Window.into(new GlobalWindows()))
          .apply("Recognize chunks", ParDo.of(recognize))
          .setCoder(KvCoder.of(StringUtf8Coder.of(), JsonCoder.of(LiveEvent.class)));
    }
  }

  private static final class PhrasesFn extends DoFn<KV<String, LiveEvent>, KV<String, LivePhrase>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(
        @Element KV<String, LiveEvent> event, OutputReceiver<KV<String, LivePhrase>> out) {
      LivePhrase phrase = event.getValue().phrase();
      if (phrase != null) {
        out.output(KV.of(event.getKey(), phrase));
      }
    }
  }
}
