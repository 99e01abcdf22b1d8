// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.evaluate;

import io.beamscribe.speech.scoring.FileReference;
import java.util.List;

/**
 * A file that is to be scored.
 *
 * @param results address of the result of each model; several where it is not clear which is meant
 */
record ScoringTask(FileReference reference, List<List<String>> results) {}
