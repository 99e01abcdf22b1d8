// SPDX-License-Identifier: Apache-2.0
/** What a file is, by its first bytes: decides which one demuxer may read it. Opens no decoder. */
@NullMarked
package io.beamscribe.speech.audio.sniff;

import org.jspecify.annotations.NullMarked;
