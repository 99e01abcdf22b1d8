// SPDX-License-Identifier: Apache-2.0
/** Text and figures as people read them. Not here: what a text says. */
@NullMarked
package io.beamscribe.speech.text;

import org.jspecify.annotations.NullMarked;
