// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import io.beamscribe.transforms.publishing.ResultTopic;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What was told of sessions, as the topic has it to which it is written. */
final class TopicJournal implements Journal {
  private static final long serialVersionUID = 1L;

  private static final Leases<ResultTopic, JournalReader> SHARED =
      new Leases<>(Retention.until(Duration.ofMinutes(1)), JournalReader::close);

  private final ResultTopic topic;

  TopicJournal(ResultTopic topic) {
    this.topic = topic;
  }

  @Override
  public @Nullable Told last(SessionKey key, long time) {
    try (Lease<JournalReader> reader = SHARED.share(topic, () -> new JournalReader(topic))) {
      return reader.value().last(key, time);
    }
  }
}
