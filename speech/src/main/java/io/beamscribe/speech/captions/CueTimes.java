// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When subtitles are on the screen: from when their words begin until these end, or longer if
 * reading takes longer and the next leaves room, but not much; never after the end of the audio.
 * Where a subtitle would be too short, it appears a little earlier than its words. Not thread-safe.
 */
final class CueTimes {
  /** A subtitle with its times. */
  record Timed(Draft draft, long start, long end) {}

  private final List<Draft> drafts;
  private final long audioEnd;
  private final long[] start;
  private final long[] end;

  /**
   * @param audioEnd in milliseconds; as late as can be if unknown
   */
  CueTimes(List<Draft> drafts, long audioEnd) {
    this.drafts = new ArrayList<>(drafts);
    this.drafts.sort(Comparator.comparingLong(Draft::start).thenComparingInt(Draft::channel));
    this.audioEnd = audioEnd;
    this.start = this.drafts.stream().mapToLong(Draft::start).toArray();
    this.end = new long[start.length];
  }

  /** The subtitles with their times, by time. */
  List<Timed> timed() {
    long least = SubtitleRules.GAP_MILLISECONDS;
    if (audioEnd < least * drafts.size()) {
      least = Math.max(1, audioEnd / drafts.size());
    }
    giveEachItsPlace(least);
    for (int i = 0; i < start.length; i++) {
      end[i] = end(i, least);
    }
    for (int i = 0; i < start.length; i++) {
      appearInTime(i);
    }
    List<Timed> timed = new ArrayList<>();
    for (int i = 0; i < start.length; i++) {
      timed.add(new Timed(drafts.get(i), start[i], end[i]));
    }
    timed.sort(
        Comparator.comparingLong(Timed::start).thenComparingInt(each -> each.draft().channel()));
    return timed;
  }

  /** Within a lane each starts at least so much after the other, and before the audio ends. */
  private void giveEachItsPlace(long least) {
    for (int i = 0; i < start.length; i++) {
      int before = inLane(i, -1);
      start[i] = before < 0 ? Math.max(0, start[i]) : Math.max(start[i], start[before] + least);
    }
    for (int i = start.length - 1; i >= 0; i--) {
      int after = inLane(i, 1);
      start[i] = Math.min(start[i], (after < 0 ? audioEnd : start[after]) - least);
    }
  }

  private long end(int i, long least) {
    Draft draft = drafts.get(i);
    int after = inLane(i, 1);
    long room = after < 0 ? audioEnd : Math.min(audioEnd, start[after]);
    long next = Math.min(after < 0 ? Long.MAX_VALUE : start[after], nextOfOthers(i));
    long latest = draft.spoken() + SubtitleRules.HANG_MILLISECONDS;
    long until = Math.max(draft.spoken(), Math.min(start[i] + draft.reading(), latest));
    if (next - until < SubtitleRules.FLICKER_MILLISECONDS) {
      long closed = next - SubtitleRules.GAP_MILLISECONDS;
      until = closed <= latest ? closed : next - SubtitleRules.FLICKER_MILLISECONDS;
    }
    if (until > start[i] + SubtitleRules.MAX_MILLISECONDS) {
      until = start[i] + SubtitleRules.MAX_MILLISECONDS;
      long clear = next - SubtitleRules.FLICKER_MILLISECONDS;
      until = clear > start[i] ? Math.min(until, clear) : until;
    }
    if (until - start[i] < SubtitleRules.GAP_MILLISECONDS) {
      until = next; // too short to give up time for a gap
    }
    return Math.min(room, Math.max(until, start[i] + least));
  }

  /** When the first subtitle of other lanes appears that is spoken after this one. */
  private long nextOfOthers(int i) {
    long from = Math.max(start[i] + 1, drafts.get(i).spoken() - Speech.OVERLAP_MILLISECONDS);
    for (int j = i + 1; j < start.length; j++) {
      if (!drafts.get(j).isInLaneOf(drafts.get(i)) && start[j] >= from) {
        return start[j];
      }
    }
    return Long.MAX_VALUE;
  }

  /** Lets a subtitle appear earlier that would be too short, if the screen is free. */
  private void appearInTime(int i) {
    if (end[i] - start[i] >= SubtitleRules.MIN_MILLISECONDS) {
      return;
    }
    long free = 0;
    for (int j = 0; j < start.length; j++) {
      if (j != i && end[j] <= start[i]) {
        free = Math.max(free, end[j] + SubtitleRules.GAP_MILLISECONDS);
      }
    }
    long earliest = drafts.get(i).start() - SubtitleRules.LEAD_MILLISECONDS;
    long wanted = Math.max(end[i] - SubtitleRules.MIN_MILLISECONDS, Math.max(free, earliest));
    long clear = free - SubtitleRules.GAP_MILLISECONDS + SubtitleRules.FLICKER_MILLISECONDS;
    boolean flickers = free > 0 && wanted > free && wanted < clear;
    long better = !flickers ? wanted : free >= earliest ? free : clear;
    start[i] = Math.min(start[i], better);
  }

  /** The subtitle of the same lane before or after another; -1 if there is none. */
  private int inLane(int i, int step) {
    for (int j = i + step; j >= 0 && j < start.length; j += step) {
      if (drafts.get(j).isInLaneOf(drafts.get(i))) {
        return j;
      }
    }
    return -1;
  }
}
