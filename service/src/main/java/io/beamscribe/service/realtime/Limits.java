// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

/** Bounds of connections, and the codes that they are closed with (RFC 6455, 7.4.1). */
final class Limits {
  /** Bytes of audio of a connection that wait, beyond which it is not read: a minute of PCM. */
  static final long MOST_WAITING = 2_000_000;

  /** Bytes of one message. */
  static final int MOST_MESSAGE = 1 << 20;

  /** Connections of one key at a time. */
  static final int MOST_OF_KEY = 200;

  static final int GOING_AWAY = 1001;
  static final int BAD_DATA = 1007;
  static final int FAILED = 1011;
  static final int TRY_LATER = 1013;

  private Limits() {}
}
