// SPDX-License-Identifier: Apache-2.0
/** What a call is about: its key phrases, and the words that are none. */
@NullMarked
package io.beamscribe.speech.calls.phrases;

import org.jspecify.annotations.NullMarked;
