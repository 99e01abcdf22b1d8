// SPDX-License-Identifier: Apache-2.0
/**
 * N-gram language models as weighted finite-state transducers in the formats of OpenFst: read,
 * converted, adapted to text, written. Where models and data come from is no matter of this.
 */
@NullMarked
package io.beamscribe.speech.languagemodel;

import org.jspecify.annotations.NullMarked;
