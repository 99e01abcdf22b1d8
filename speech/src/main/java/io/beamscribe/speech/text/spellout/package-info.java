// SPDX-License-Identifier: Apache-2.0
/** Numbers and signs as they are spoken: the way back from what {@code text.itn} writes. */
@NullMarked
package io.beamscribe.speech.text.spellout;

import org.jspecify.annotations.NullMarked;
