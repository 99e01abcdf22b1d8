// SPDX-License-Identifier: Apache-2.0
/** Which engines are loaded in this process, shared by its threads, and for how long. */
@NullMarked
package io.beamscribe.speech.engines;

import org.jspecify.annotations.NullMarked;
