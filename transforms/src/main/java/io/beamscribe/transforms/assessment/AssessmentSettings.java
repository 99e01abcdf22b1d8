// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.assessment;

import io.beamscribe.speech.pronunciation.PronunciationOptions;
import io.beamscribe.speech.recognition.EngineSpec;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.Serializable;

/**
 * What an assessment is told. Immutable.
 *
 * @param output folder of results and report
 * @param options without reference, which each recording has of its own
 */
public record AssessmentSettings(
    EngineSpec engine, String output, StorageSettings storage, PronunciationOptions options)
    implements Serializable {
  /** Where the result of a recording goes: its extension is kept, so that no two of them meet. */
  String result(AssessmentTask task) {
    return output.replaceFirst("/$", "") + "/assessments/" + task.file().path() + ".json";
  }
}
