// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech;

/**
 * Why a file has no transcript, as written into {@code errorKind} of the report. The kind decides
 * whether a repeat can help: only {@link #TIMEOUT} and {@link #TRANSIENT} may resolve themselves.
 */
public enum ErrorKind {
  /** The address is malformed, or nothing is there. */
  INVALID_URI("InvalidUri"),
  /** The content claims to be audio but cannot be decoded. */
  INVALID_AUDIO("InvalidAudio"),
  /**
   * The content is not audio, or of a kind that Beamscribe does not decode, or in a language that
   * no model knows.
   */
  UNSUPPORTED_AUDIO("UnsupportedAudio"),
  /** Well-formed, but without a single sample. */
  EMPTY_AUDIO("EmptyAudio"),
  /** Permission to read is missing. */
  FORBIDDEN("Forbidden"),
  /** A time limit was reached. */
  TIMEOUT("Timeout"),
  /** Native code crashed on this file, and again when it was retried alone. */
  CRASH("Crash"),
  /** A temporary failure of storage or network. */
  TRANSIENT("Transient"),
  /** A defect of Beamscribe. */
  INTERNAL("Internal");

  private final String label;

  ErrorKind(String label) {
    this.label = label;
  }

  /** The name used in reports, such as {@code InvalidAudio}. */
  public String label() {
    return label;
  }

  /** Whether the same work may succeed if it is retried. */
  public boolean mayPass() {
    return this == TIMEOUT || this == TRANSIENT;
  }
}
