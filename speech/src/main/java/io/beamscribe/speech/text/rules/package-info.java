// SPDX-License-Identifier: Apache-2.0
/** A user's own rules for the display text, in the format of Azure's output formatting files. */
@NullMarked
package io.beamscribe.speech.text.rules;

import org.jspecify.annotations.NullMarked;
