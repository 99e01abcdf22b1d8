package io.beamscribe.speech.transcript;

/**
 * That the speech of a language was heard by a model of its own, as the provenance of a result
 * lists it.
 *
 * @param locale of the speech
 * @param model id of the model, or the last part of its address
 * @param modelDigest identity of the model's content
 */
public record ModelUse(String locale, String engine, String model, String modelDigest) {}
