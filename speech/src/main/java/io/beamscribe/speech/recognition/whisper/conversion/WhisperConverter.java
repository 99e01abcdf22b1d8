// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.conversion;

import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.convert.ModelConverter;
import io.beamscribe.speech.recognition.whisper.model.Precision;
import java.io.IOException;
import java.nio.file.Path;

/** Converts Whisper models as CTranslate2 has them to graphs of one precision. */
abstract class WhisperConverter implements ModelConverter {
  private final String name;
  private final Precision precision;

  WhisperConverter(String name, Precision precision) {
    this.name = name;
    this.precision = precision;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String engine() {
    return "whisper";
  }

  @Override
  public final boolean applies(Path folder) {
    return WhisperConversion.applies(folder);
  }

  @Override
  public final boolean required() {
    return true;
  }

  @Override
  public final void convert(Path folder) throws IOException, ModelException {
    WhisperConversion.convert(folder, precision);
  }
}
