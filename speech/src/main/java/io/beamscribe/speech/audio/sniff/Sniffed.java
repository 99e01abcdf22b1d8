// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.sniff;

import io.beamscribe.speech.audio.AudioKind;

/**
 * What a file is.
 *
 * @param start position of its first byte of audio, behind tags, zeros and parts of a packet
 * @param rate in Hz where only the name of the file tells it; 0 otherwise
 */
public record Sniffed(AudioKind kind, long start, int rate) {
  Sniffed(AudioKind kind, long start) {
    this(kind, start, 0);
  }
}
