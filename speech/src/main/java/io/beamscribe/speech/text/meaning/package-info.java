// SPDX-License-Identifier: Apache-2.0
/** Text as numbers: the pieces of words that models read, and what a sentence means. */
@NullMarked
package io.beamscribe.speech.text.meaning;

import org.jspecify.annotations.NullMarked;
