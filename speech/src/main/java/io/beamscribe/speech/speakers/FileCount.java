package io.beamscribe.speech.speakers;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Brings the number of speakers of a whole file into the range that the options want. What was
 * found without them stays as it is if it is within; else one is added where speakers have most to
 * say, or taken away where there are most.
 */
final class FileCount {
  private final SpeakerOptions options;

  FileCount(SpeakerOptions options) {
    this.options = options;
  }

  /**
   * Puts other speakers of a channel in place of what was found, until there are as many as wanted.
   */
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

  /**
   * Makes one more or less of the first channel, in descending order, in which that can be done.
   */
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
