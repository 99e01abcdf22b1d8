// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import io.beamscribe.speech.SpeechException;
import java.util.List;

/** Finds personal data. Thread-safe. */
interface Detector {
  List<Found> in(Stretch stretch) throws SpeechException;
}
