// SPDX-License-Identifier: Apache-2.0
/**
 * N-gram grammars as weighted finite-state transducers in the formats of OpenFst: read, converted,
 * written.
 */
@NullMarked
package io.beamscribe.speech.languagemodel;

import org.jspecify.annotations.NullMarked;
