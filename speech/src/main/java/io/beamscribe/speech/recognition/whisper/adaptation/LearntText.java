// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.adaptation;

/**
 * What was learnt from a text.
 *
 * @param weight of the text, in percent
 * @param chosen whether on lines held out
 * @param sentences of the text
 * @param words of the text
 * @param perplexityBefore of a word in lines held out, as the model expects it; NaN if there are
 *     too few lines
 * @param perplexityAfter the same by the model and the other lines
 * @param favoured words that are favoured wherever they are
 */
public record LearntText(
    double weight,
    boolean chosen,
    long sentences,
    long words,
    double perplexityBefore,
    double perplexityAfter,
    int favoured) {}
