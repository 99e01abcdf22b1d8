// SPDX-License-Identifier: Apache-2.0
/**
 * Where words are divided in writing, for models whose words are smaller than those people write.
 */
@NullMarked
package io.beamscribe.speech.text.spacing;

import org.jspecify.annotations.NullMarked;
