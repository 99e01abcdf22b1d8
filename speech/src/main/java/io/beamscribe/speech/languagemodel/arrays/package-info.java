// SPDX-License-Identifier: Apache-2.0
/** Maps of primitive numbers, which hold millions of them without an object for each. */
@NullMarked
package io.beamscribe.speech.languagemodel.arrays;

import org.jspecify.annotations.NullMarked;
