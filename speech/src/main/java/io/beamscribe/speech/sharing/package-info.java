// SPDX-License-Identifier: Apache-2.0
/**
 * Values that threads of a process share: loaded once, kept while in use. Depends on no other
 * package.
 */
@NullMarked
package io.beamscribe.speech.sharing;

import org.jspecify.annotations.NullMarked;
