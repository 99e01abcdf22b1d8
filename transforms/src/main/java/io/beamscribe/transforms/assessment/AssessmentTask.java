// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.assessment;

import io.beamscribe.transforms.values.AudioFile;

/**
 * A recording with what is known of it.
 *
 * @param text that was to be read; empty for free speech
 * @param speaker empty if it is not known, as the class and the date are
 * @param group class that the speaker belongs to
 * @param date or another sign of the time by whose order progress is told
 */
public record AssessmentTask(
    AudioFile file, String locale, String text, String speaker, String group, String date) {}
