package io.beamscribe.speech.recognition;

import java.io.Serializable;

/**
 * A recognised word.
 *
 * @param text as spoken
 * @param startMilliseconds from the beginning of the file
 * @param endMilliseconds from the beginning of the file
 * @param confidence between 0 and 1
 */
public record Word(String text, long startMilliseconds, long endMilliseconds, double confidence)
    implements Serializable {}
