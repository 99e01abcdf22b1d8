package io.beamscribe.speech.speakers.block;

import java.util.BitSet;
import java.util.List;

/**
 * What was heard of voices in one block of one channel: enough to tell speakers without the audio.
 * Positions are samples at 16 kHz from the beginning of the file. About four kilobytes for ten
 * seconds of speech.
 *
 * @param stretches of speech in order of time, which never overlap; each is of one speaker, save
 *     where another speaks at the same time
 * @param locals the speakers of those windows in which several speak at once, by window
 * @param overlaps where two speak at once, in order of time
 */
public record BlockVoices(
    int channel, List<Stretch> stretches, List<Local> locals, List<Overlap> overlaps) {
  public BlockVoices {
    stretches = List.copyOf(stretches);
    locals = List.copyOf(locals);
    overlaps = List.copyOf(overlaps);
  }

  /** What is left when only some of the stretches are. */
  public BlockVoices only(BitSet kept) {
    if (kept.cardinality() == stretches.size()) {
      return this;
    }
    return new BlockVoices(
        channel,
        kept.stream().mapToObj(stretches::get).toList(),
        locals.stream()
            .map(local -> new Local(local.window(), shares(local.alone(), kept), local.with()))
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
   * @param track of this block: stretches of one track are likely of one speaker
   * @param seconds in which the voice was heard alone, each for as much as it surely is speech
   * @param voice its print as little-endian floats in Base64; null where too little was heard
   * @param power mean square of its samples in the scale of 16-bit integers; 0 where it was not
   *     kept
   */
  public record Stretch(
      long start, long end, int track, double seconds, String voice, double power) {}

  /**
   * A speaker of one window of ten seconds.
   *
   * @param window where the window begins
   * @param alone how long the speaker was alone in stretches
   * @param with the other locals who spoke at the same time
   */
  public record Local(long window, List<Share> alone, List<Integer> with) {
    public Local {
      alone = List.copyOf(alone);
      with = List.copyOf(with);
    }
  }

  /**
   * A part of a stretch in which somebody else speaks too.
   *
   * @param stretch its index
   * @param speakers the locals who may be the other, and for how much
   */
  public record Overlap(long start, long end, int stretch, List<Share> speakers) {
    public Overlap {
      speakers = List.copyOf(speakers);
    }
  }

  /** How much of something falls to one of a list. */
  public record Share(int index, double amount) {}
}
