// SPDX-License-Identifier: Apache-2.0
/**
 * Temporary folders that vanish with the process that made them, however it ends, and the cache of
 * this machine. Depends on no other package.
 */
@NullMarked
package io.beamscribe.speech.temporary;

import org.jspecify.annotations.NullMarked;
