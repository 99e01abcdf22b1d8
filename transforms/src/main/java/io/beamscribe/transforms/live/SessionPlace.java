// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

/**
 * How far the messages of a session were read.
 *
 * @param begin offset of its first message
 * @param position of its next sample
 * @param start position before which all is final
 * @param skip offset before which messages are not needed any more
 * @param end position after the message at that offset; -1 if it begins at the next position
 * @param over whether it ends there, and later messages are of another session
 * @param tail samples of 8 kHz that the next ones are heard with
 * @param heard when its last message was read, in milliseconds since 1970
 * @param faulty whether it was told that its messages are not as they should be
 */
record SessionPlace(
    long begin,
    long position,
    long start,
    long skip,
    long end,
    boolean over,
    float[] tail,
    long heard,
    boolean faulty) {
  private static final float[] NONE = {};

  static SessionPlace first(long offset, long now) {
    return new SessionPlace(offset, 0, 0, 0, -1, false, NONE, now, false);
  }

  static SessionPlace after(Journal.Told told, long now) {
    Resume resume = told.resume();
    return new SessionPlace(
        told.begin(),
        resume.position(),
        resume.position(),
        resume.offset(),
        resume.end(),
        told.ended(),
        NONE,
        now,
        false);
  }

  /** Where the samples of the message at an offset begin. */
  long position(long offset, int samples) {
    return offset == skip && end >= 0 ? end - samples : position;
  }

  SessionPlace read(long next, float[] rest, long now) {
    return new SessionPlace(begin, next, start, skip, end, over, rest, now, faulty);
  }

  SessionPlace withFault(long now) {
    return new SessionPlace(begin, position, start, skip, end, over, tail, now, true);
  }
}
