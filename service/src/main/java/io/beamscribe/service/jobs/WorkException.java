// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

/** Work that failed for good: what the error of its entity says. */
public final class WorkException extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;

  /**
   * @param code such as {@code InvalidData}
   * @param message a sentence for people
   */
  public WorkException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** With a cause, for the log. */
  public WorkException(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
