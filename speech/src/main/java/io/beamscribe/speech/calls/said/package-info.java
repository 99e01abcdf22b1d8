// SPDX-License-Identifier: Apache-2.0
/** What is said in a call, and by whom. */
@NullMarked
package io.beamscribe.speech.calls.said;

import org.jspecify.annotations.NullMarked;
