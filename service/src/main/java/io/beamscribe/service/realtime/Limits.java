// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

/** Bounds of connections, and the codes that they are closed with (RFC 6455, 7.4.1). */
final class Limits {
  /** Bytes of a connection that wait, beyond which it is not read: a minute of PCM. */
  static final long MOST_WAITING = 2_000_000;

  /** Bytes of one message. */
  static final int MOST_MESSAGE = 1 << 20;

  /** Bytes of answers that a client has not read, beyond which it is dropped. */
  static final long MOST_UNREAD = 4_000_000;

  static final int GOING_AWAY = 1001;
  static final int BAD_DATA = 1007;
  static final int FAILED = 1011;
  static final int TRY_LATER = 1013;

  private Limits() {}
}
