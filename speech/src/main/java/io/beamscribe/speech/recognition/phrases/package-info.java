/**
 * Phrase lists for engines that cannot be told beforehand what to expect: what was nearly heard is
 * set right afterwards. Knows no engine.
 */
package io.beamscribe.speech.recognition.phrases;
