// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.entities;

import java.util.Locale;

/** The kinds of entities, by the name of their collection in addresses. */
public enum Kind {
  DATASET("datasets"),
  MODEL("models"),
  EVALUATION("evaluations"),
  ENDPOINT("endpoints"),
  PROJECT("projects"),
  TRANSCRIPTION("transcriptions"),
  WEBHOOK("webhooks"),
  OPERATION("operations/models/copy");

  private final String path;

  Kind(String path) {
    this.path = path;
  }

  /** The collection in addresses. */
  public String path() {
    return path;
  }

  /** In messages, such as {@code transcription}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether work is done for it after it is created. */
  public boolean hasWork() {
    return this != PROJECT && this != WEBHOOK;
  }

  /** Whether web hooks are notified of it. */
  public boolean hasEvents() {
    return hasWork() && this != OPERATION;
  }
}
