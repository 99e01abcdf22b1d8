// SPDX-License-Identifier: Apache-2.0
/**
 * Makes custom models from models of the catalogue and a user's data. How language models are
 * counted and mixed is a matter of {@code languagemodel}.
 */
@NullMarked
package io.beamscribe.speech.adaptation;

import org.jspecify.annotations.NullMarked;
