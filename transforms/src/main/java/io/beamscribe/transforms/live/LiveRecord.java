// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import org.jspecify.annotations.Nullable;

/**
 * A record of a topic of phrases, as {@code live-record.schema.json} describes it.
 *
 * @param session the key of the record, and of the messages with its audio
 * @param id of the phrase: the same whenever the record is written
 * @param source the session's first message
 * @param resume where the session goes on after it; null in what is not final
 */
record LiveRecord(
    int schemaVersion,
    String session,
    String id,
    Status status,
    @Nullable Long startMilliseconds,
    @Nullable Long endMilliseconds,
    @Nullable Integer speaker,
    @Nullable String locale,
    @Nullable Double confidence,
    @Nullable String lexical,
    @Nullable String display,
    @Nullable String errorMessage,
    Source source,
    @Nullable Resume resume) {
  private static final int VERSION = 1;

  /** What a record tells. */
  enum Status {
    /** What the next phrase of the session may be; it takes the place of the one before. */
    Partial,
    /** A phrase that does not change any more. */
    Final,
    /** Nothing was said for long. */
    Silence,
    /** Something could not be recognised. */
    Failed,
    /** The session is over. */
    Ended
  }

  /** The first message of a session. */
  record Source(String topic, String log, int partition, long offset) {}

  static LiveRecord of(SessionKey key, LiveEvent event) {
    LivePhrase phrase = event.phrase();
    Status status = status(event);
    long start = phrase == null ? 0 : phrase.startMilliseconds();
    String id = key.id() + (status == Status.Final ? "-" + start : "-" + status);
    return new LiveRecord(
        VERSION,
        key.session(),
        id,
        status,
        phrase == null ? null : start,
        phrase == null ? null : phrase.endMilliseconds(),
        phrase == null ? null : phrase.speaker(),
        phrase == null ? null : phrase.locale(),
        phrase == null ? null : phrase.confidence(),
        phrase == null ? null : phrase.lexical(),
        phrase == null ? null : phrase.display(),
        event.fault(),
        new Source(key.topic(), key.log(), key.partition(), key.begin()),
        event.resume());
  }

  private static Status status(LiveEvent event) {
    LivePhrase phrase = event.phrase();
    if (phrase != null) {
      return phrase.complete() ? Status.Final : Status.Partial;
    }
    if (event.fault() != null) {
      return Status.Failed;
    }
    return event.ended() ? Status.Ended : Status.Silence;
  }

  /** The session that it is of. */
  SessionKey key() {
    return new SessionKey(
        session, source.topic(), source.log(), source.partition(), source.offset());
  }
}
