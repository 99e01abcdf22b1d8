// SPDX-License-Identifier: Apache-2.0
/** The user's rules by which calls get categories. */
@NullMarked
package io.beamscribe.speech.calls.rules;

import org.jspecify.annotations.NullMarked;
