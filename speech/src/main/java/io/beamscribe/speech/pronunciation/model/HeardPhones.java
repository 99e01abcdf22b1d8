// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation.model;

/**
 * What was heard in a stretch of audio.
 *
 * @param hidden states of the encoder, frame after frame; never changed
 */
public record HeardPhones(float[] hidden, Posteriors posteriors) {}
