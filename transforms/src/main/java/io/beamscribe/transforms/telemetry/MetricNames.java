// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.telemetry;

import io.beamscribe.speech.ErrorKind;

/** Names of the metrics of a run. */
public final class MetricNames {
  /** Namespace of all metrics, which dashboards rely on. */
  public static final String NAMESPACE = "beamscribe";

  /** Messages that are not store events, or tell of objects that cannot be found by them. */
  public static final String EVENTS_MALFORMED = "events-malformed";

  /** Events of objects that are not among the inputs. */
  public static final String EVENTS_ELSEWHERE = "events-elsewhere";

  /** Files that an event told of and that were gone when they were looked up. */
  public static final String FILES_GONE = "files-gone";

  /** Elements queued for background work or in progress. */
  public static final String QUEUE = "queue";

  public static final String FILES_LISTED = "files-listed";

  /** Files that were listed and turned out not to be audio. */
  public static final String FILES_IGNORED = "files-ignored";

  /** Files that were replaced or removed before they were done. */
  public static final String FILES_REPLACED = "files-replaced";

  public static final String FILES_SUCCEEDED = "files-succeeded";
  public static final String FILES_SKIPPED = "files-skipped";
  public static final String FILES_FAILED = "files-failed";

  /** Milliseconds of audio in the files opened so far. */
  public static final String AUDIO_KNOWN = "audio-known-milliseconds";

  /** Milliseconds of audio recognised so far. */
  public static final String AUDIO_RECOGNIZED = "audio-recognized-milliseconds";

  /** Milliseconds of speech recognised so far. */
  public static final String SPEECH_RECOGNIZED = "speech-recognized-milliseconds";

  public static final String SEGMENTS = "segments";
  public static final String BLOCK_MILLISECONDS = "block-milliseconds";
  public static final String MODEL_LOADS = "model-loads";

  private MetricNames() {}

  /** Name of the counter of failures of one kind. */
  static String failures(ErrorKind kind) {
    return FILES_FAILED + "-" + kind.label();
  }
}
