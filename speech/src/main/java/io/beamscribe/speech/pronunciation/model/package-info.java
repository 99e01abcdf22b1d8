// SPDX-License-Identifier: Apache-2.0
/**
 * The fitted model of pronunciation: from an encoder's states to aligned phones, from these to
 * marks. The same arithmetic as in {@code training/pronunciation}, which fits it.
 */
@NullMarked
package io.beamscribe.speech.pronunciation.model;

import org.jspecify.annotations.NullMarked;
