// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.speech.sharing.Leases;
import io.beamscribe.speech.sharing.Retention;
import io.beamscribe.speech.text.redaction.detection.PersonalData;
import io.beamscribe.speech.text.redaction.names.NameModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A redactor, and the lease of the model of names that it uses, which threads share. */
public final class LeasedRedactor implements AutoCloseable {
  /** The next file needs the model again, most likely at once. */
  private static final Leases<String, NameModel> MODELS =
      new Leases<>(Retention.until(Duration.ofMinutes(1)), NameModel::close);

  private final @Nullable Lease<NameModel> model;
  private final Redactor redactor;

  /**
   * @param folder of the model of names; null if no kind needs it
   * @param locale of phrases that name none
   * @throws SpeechException if the model cannot be loaded
   */
  public LeasedRedactor(Set<PersonalData> kinds, @Nullable String folder, String locale)
      throws SpeechException {
    this.model = folder == null ? null : acquire(folder);
    this.redactor = new Redactor(kinds, locale, model == null ? null : model.value());
  }

  private static Lease<NameModel> acquire(String folder) throws SpeechException {
    try {
      return MODELS.acquire(folder, () -> new NameModel(Path.of(folder)));
    } catch (ExecutionException e) {
      throw new SpeechException(ErrorKind.INTERNAL, "The model of names cannot be loaded.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SpeechException(ErrorKind.INTERNAL, "Interrupted while a model loads.", e);
    }
  }

  /** The redactor; not to be used once this is closed. */
  public Redactor redactor() {
    return redactor;
  }

  @Override
  public void close() {
    if (model != null) {
      model.close();
    }
  }
}
