// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The voices in one block of one channel: enough to diarize without the audio. Positions are
 * samples at 16 kHz from the beginning of the file. About four kilobytes for ten seconds of speech.
 *
 * @param stretches chunks of speech in order of time, which never overlap; each has one speaker,
 *     except where another speaks at the same time
 * @param locals the speakers of those windows in which several speak at once, by window
 * @param overlaps where two speak at once, in order of time
 */
public record BlockVoices(
    int channel, List<SpeechChunk> stretches, List<LocalSpeaker> locals, List<Overlap> overlaps) {
  public BlockVoices {
    stretches = List.copyOf(stretches);
    locals = List.copyOf(locals);
    overlaps = List.copyOf(overlaps);
  }

  /** Whether all parts fit each other, as they do unless a file of them is damaged. */
  public boolean isWhole() {
    return stretches.stream().allMatch(SpeechChunk::isWhole)
        && locals.stream().allMatch(this::isWhole)
        && overlaps.stream().allMatch(this::isWhole);
  }

  private boolean isWhole(LocalSpeaker local) {
    return in(stretches, local.alone())
        && local.with().stream().allMatch(other -> other >= 0 && other < locals.size());
  }

  private boolean isWhole(Overlap overlap) {
    return overlap.stretch() >= 0
        && overlap.stretch() < stretches.size()
        && overlap.start() <= overlap.end()
        && in(locals, overlap.speakers());
  }

  private static boolean in(List<?> list, List<Share> shares) {
    return shares.stream().allMatch(share -> share.index() >= 0 && share.index() < list.size());
  }

  /** Returns only some of the chunks, with what belongs to them. */
  public BlockVoices only(BitSet kept) {
    if (kept.cardinality() == stretches.size()) {
      return this;
    }
    return new BlockVoices(
        channel,
        kept.stream().mapToObj(stretches::get).toList(),
        locals.stream()
            .map(
                local ->
                    new LocalSpeaker(local.window(), shares(local.alone(), kept), local.with()))
            .toList(),
        overlaps.stream()
            .filter(overlap -> kept.get(overlap.stretch()))
            .map(
                overlap ->
                    new Overlap(
                        overlap.start(),
                        overlap.end(),
                        place(overlap.stretch(), kept),
                        overlap.speakers()))
            .toList());
  }

  private static List<Share> shares(List<Share> shares, BitSet kept) {
    return shares.stream()
        .filter(share -> kept.get(share.index()))
        .map(share -> new Share(place(share.index(), kept), share.amount()))
        .toList();
  }

  private static int place(int stretch, BitSet kept) {
    return kept.get(0, stretch).cardinality();
  }

  /**
   * Speech of about two seconds.
   *
   * @param track of this block: chunks of one track are likely of one speaker
   * @param seconds in which the voice speaks alone, weighted by the probability of speech
   * @param voice its embedding as little-endian floats in Base64; null if there was too little
   * @param power mean square of its samples in the scale of 16-bit integers; 0 if it was not kept
   * @param copy what is most alike in another channel; null if there is no other, or it was not
   *     kept
   */
  public record SpeechChunk(
      long start,
      long end,
      int track,
      double seconds,
      @Nullable String voice,
      double power,
      @Nullable Copy copy) {

    public SpeechChunk(
        long start, long end, int track, double seconds, @Nullable String voice, double power) {
      this(start, end, track, seconds, voice, power, null);
    }

    private boolean isWhole() {
      return start <= end && (voice == null || Voiceprint.isComplete(voice));
    }

    /** The same chunk with what is most alike in another channel. */
    SpeechChunk with(Copy other) {
      return new SpeechChunk(start, end, track, seconds, voice, power, other);
    }
  }

  /**
   * The part of another channel that sounds most like a chunk, at any delay of an echo.
   *
   * @param likeness correlation of their samples: 1 if one is the other, louder or softer
   * @param louder power of that part, relative to the chunk
   */
  public record Copy(int channel, double likeness, double louder) {}

  /**
   * A speaker of one window of ten seconds.
   *
   * @param window where the window begins
   * @param alone how long the speaker was alone, by chunk
   * @param with the other local speakers who spoke at the same time
   */
  public record LocalSpeaker(long window, List<Share> alone, List<Integer> with) {
    public LocalSpeaker {
      alone = List.copyOf(alone);
      with = List.copyOf(with);
    }
  }

  /**
   * A part of a chunk in which a second speaker talks too.
   *
   * @param stretch its index
   * @param speakers the local speakers who may be the second, with their weights
   */
  public record Overlap(long start, long end, int stretch, List<Share> speakers) {
    public Overlap {
      speakers = List.copyOf(speakers);
    }
  }

  /** The weight of one item of a list. */
  public record Share(int index, double amount) {}
}
