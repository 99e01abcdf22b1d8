// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.telemetry;

import io.beamscribe.speech.ErrorKind;

/** Names of the metrics of a run. */
public final class MetricNames {
  /** All are in this namespace: dashboards know them by it. */
  public static final String NAMESPACE = "beamscribe";

  /** Messages that are no events of a store. */
  public static final String EVENTS_MALFORMED = "events-malformed";

  /** Elements that wait for long work or are worked on. */
  public static final String QUEUE = "queue";

  public static final String FILES_LISTED = "files-listed";

  /** Files that were listed and turned out to be no audio. */
  public static final String FILES_IGNORED = "files-ignored";

  /** Files that were replaced or removed before they were done. */
  public static final String FILES_REPLACED = "files-replaced";

  public static final String FILES_SUCCEEDED = "files-succeeded";
  public static final String FILES_SKIPPED = "files-skipped";
  public static final String FILES_FAILED = "files-failed";

  /** Milliseconds of audio of the files that were opened so far. */
  public static final String AUDIO_KNOWN = "audio-known-milliseconds";

  /** Milliseconds of audio that have been through recognition. */
  public static final String AUDIO_RECOGNIZED = "audio-recognized-milliseconds";

  /** Milliseconds of speech that have been through recognition. */
  public static final String SPEECH_RECOGNIZED = "speech-recognized-milliseconds";

  public static final String SEGMENTS = "segments";
  public static final String BLOCK_MILLISECONDS = "block-milliseconds";
  public static final String MODEL_LOADS = "model-loads";

  private MetricNames() {}

  /** Counts the failures of one kind. */
  static String failures(ErrorKind kind) {
    return FILES_FAILED + "-" + kind.label();
  }
}
