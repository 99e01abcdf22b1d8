// SPDX-License-Identifier: Apache-2.0
/**
 * Bits, maps of primitive numbers and mapped files, which hold millions of them without an object
 * for each.
 */
@NullMarked
package io.beamscribe.speech.languagemodel.arrays;

import org.jspecify.annotations.NullMarked;
