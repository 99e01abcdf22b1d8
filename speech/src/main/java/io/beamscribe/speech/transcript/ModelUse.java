// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcript;

/**
 * A model that recognised the speech of one language, as the provenance of a result lists it.
 *
 * @param locale of the speech
 * @param model id of the model, or the last part of its address
 * @param modelDigest identity of the model's content
 */
public record ModelUse(String locale, String engine, String model, String modelDigest) {}
