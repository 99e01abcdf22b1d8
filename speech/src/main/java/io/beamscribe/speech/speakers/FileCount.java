// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Brings the number of speakers of a whole file into the range of the options. A result that is
 * within the range already stays as it is; otherwise a speaker is added where speakers talk most,
 * or removed where there are most.
 */
final class FileCount {
  private final SpeakerOptions options;

  FileCount(SpeakerOptions options) {
    this.options = options;
  }

  /** Replaces the speakers of channels until the number is in range. */
  void adjust(List<ChannelSpeakers> channels) {
    boolean moved = true;
    while (moved && total(channels) < options.minSpeakers()) {
      moved = change(channels, Comparator.comparingDouble(ChannelSpeakers::share), 1);
    }
    while (moved && total(channels) > options.maxSpeakers()) {
      moved = change(channels, Comparator.comparingInt(ChannelSpeakers::count), -1);
    }
  }

  private static int total(List<ChannelSpeakers> channels) {
    return channels.stream().mapToInt(ChannelSpeakers::count).sum();
  }

  /** Adds or removes one speaker in the first channel, in descending order, that allows it. */
  private boolean change(
      List<ChannelSpeakers> channels, Comparator<ChannelSpeakers> order, int by) {
    for (ChannelSpeakers channel : channels.stream().sorted(order.reversed()).toList()) {
      Optional<ChannelSpeakers> other = by > 0 ? more(channel, channels) : fewer(channel);
      if (other.isPresent()) {
        channels.set(channels.indexOf(channel), other.get());
        return true;
      }
    }
    return false;
  }

  private Optional<ChannelSpeakers> more(ChannelSpeakers channel, List<ChannelSpeakers> channels) {
    int most = channel.count() + options.maxSpeakers() - total(channels);
    ChannelSpeakers other = channel.with(new SpeakerOptions(channel.count() + 1, most));
    return other.count() > channel.count() ? Optional.of(other) : Optional.empty();
  }

  private static Optional<ChannelSpeakers> fewer(ChannelSpeakers channel) {
    if (channel.count() < 2) {
      return Optional.empty();
    }
    ChannelSpeakers other = channel.with(new SpeakerOptions(1, channel.count() - 1));
    return other.count() < channel.count() ? Optional.of(other) : Optional.empty();
  }
}
