// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.transcribe;

/** How a streaming job discovers files. */
public enum WatchSource {
  /** By polling the inputs. */
  POLL,
  /** By the store's events in Kafka. */
  KAFKA
}
