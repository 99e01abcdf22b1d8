// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.listen;

/** How phrases are printed while they come. */
public enum LiveFormat {
  /** A line for each phrase. */
  TXT,
  /** Subtitles as WebVTT. */
  VTT,
  /** Subtitles as SubRip. */
  SRT
}
