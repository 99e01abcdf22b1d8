// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn.OutputReceiver;
import org.apache.beam.sdk.values.KV;

/** Says what happens in a session. */
final class SessionEvents {
  private final String key;
  private final boolean partials;
  private final OutputReceiver<KV<String, LiveEvent>> out;

  /**
   * @param partials whether what is not final is said as well
   */
  SessionEvents(String key, boolean partials, OutputReceiver<KV<String, LiveEvent>> out) {
    this.key = key;
    this.partials = partials;
    this.out = out;
  }

  /** What may be said, and is not final. */
  void partial(LivePhrase phrase) {
    if (partials) {
      output(LiveEvent.of(phrase));
    }
  }

  /**
   * A final phrase.
   *
   * @param start where to go on after it
   * @param all what no final phrase contained before it
   */
  void phrase(LivePhrase phrase, long start, List<AudioChunk> all) {
    output(new LiveEvent(phrase, Resume.at(start, all), false, null, List.of()));
  }

  /** Nothing was said for long. */
  void silence(long start, List<AudioChunk> all, List<AudioChunk> done) {
    output(new LiveEvent(null, Resume.at(start, all), false, null, offsets(done)));
  }

  void failed(String sentence) {
    output(LiveEvent.fault(sentence));
  }

  /** Chunks are needed no more. */
  void done(List<AudioChunk> chunks) {
    output(LiveEvent.done(offsets(chunks)));
  }

  /** It is over. */
  void ended(List<AudioChunk> all, List<AudioChunk> early) {
    List<AudioChunk> done = new ArrayList<>(all);
    done.addAll(early);
    output(new LiveEvent(null, Resume.at(Long.MAX_VALUE, all), true, null, offsets(done)));
  }

  private void output(LiveEvent event) {
    out.output(KV.of(key, event));
  }

  private static List<Long> offsets(List<AudioChunk> chunks) {
    List<Long> offsets = new ArrayList<>();
    for (AudioChunk chunk : chunks) {
      AudioChunk.Source source = chunk.source();
      if (source != null) {
        offsets.add(source.offset());
      }
    }
    return offsets;
  }
}
