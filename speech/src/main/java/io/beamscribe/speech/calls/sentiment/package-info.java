// SPDX-License-Identifier: Apache-2.0
/** Whether what is said is positive, neutral or negative. */
@NullMarked
package io.beamscribe.speech.calls.sentiment;

import org.jspecify.annotations.NullMarked;
