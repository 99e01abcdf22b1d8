// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

/** How the channels of a file are recognised: {@code --channels}. */
public enum ChannelMode {
  /** Split two channels that carry different speech; otherwise one track. The default. */
  AUTO,
  /** One track for all channels, mixed such that nothing cancels. */
  MIX,
  /** One track for each channel. */
  SPLIT
}
