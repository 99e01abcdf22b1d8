// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

/** A message that does not follow the protocol. */
final class FrameException extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * @param sentence what is wrong
   */
  FrameException(String sentence) {
    super(sentence);
  }
}
