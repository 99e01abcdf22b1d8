// SPDX-License-Identifier: Apache-2.0
/**
 * Loads engines, shares them between the threads of this process, and decides how long they stay.
 */
@NullMarked
package io.beamscribe.speech.engines;

import org.jspecify.annotations.NullMarked;
