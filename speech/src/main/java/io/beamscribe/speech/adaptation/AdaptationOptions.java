// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.adaptation;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How a model is adapted.
 *
 * @param id name of the custom model
 * @param locale of the data, BCP 47
 * @param weight of the text in percent, above 0 and below 100; chosen on lines held out if empty
 * @param mostBytes size of the language model; if empty, that of the base's and a tenth more
 */
public record AdaptationOptions(
    String id, String locale, OptionalDouble weight, OptionalLong mostBytes) {}
