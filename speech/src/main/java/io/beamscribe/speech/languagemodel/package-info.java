/**
 * N-gram grammars as weighted finite-state transducers in the formats of OpenFst: read, converted,
 * written.
 */
package io.beamscribe.speech.languagemodel;
