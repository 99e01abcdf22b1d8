// SPDX-License-Identifier: Apache-2.0
/**
 * A small model that labels names of persons and parts of addresses in text. Not here: what counts
 * as an entity.
 */
@NullMarked
package io.beamscribe.speech.text.redaction.names;

import org.jspecify.annotations.NullMarked;
