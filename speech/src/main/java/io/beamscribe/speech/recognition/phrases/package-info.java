/**
 * Phrase lists for engines that cannot favour phrases while they recognise: the result is corrected
 * afterwards. Knows no engine.
 */
package io.beamscribe.speech.recognition.phrases;
