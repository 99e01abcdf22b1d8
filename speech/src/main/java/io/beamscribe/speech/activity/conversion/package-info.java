// SPDX-License-Identifier: Apache-2.0
/** Rewrites the network of the speech detector into a faster one. Not here: any use of it. */
@NullMarked
package io.beamscribe.speech.activity.conversion;

import org.jspecify.annotations.NullMarked;
