// SPDX-License-Identifier: Apache-2.0
/**
 * Speech recognised while it is spoken: samples come, utterances are found in them, and partial and
 * final phrases go out. All positions are samples at 16 kHz from the first one. Input is unbounded;
 * a session holds the utterance that is being spoken and no more.
 */
@NullMarked
package io.beamscribe.speech.streaming;

import org.jspecify.annotations.NullMarked;
