// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

import java.util.Comparator;

/** A time range of one channel. */
public interface OnChannel extends Timed {
  /** The order of results. */
  Comparator<OnChannel> BY_CHANNEL_THEN_TIME =
      Comparator.comparingInt(OnChannel::channel).thenComparingLong(OnChannel::startMilliseconds);

  /** The channel, from 0. */
  int channel();
}
