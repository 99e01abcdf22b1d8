// SPDX-License-Identifier: Apache-2.0
/** The decoder and the searches over its tokens. */
@NullMarked
package io.beamscribe.speech.recognition.whisper.search;

import org.jspecify.annotations.NullMarked;
