// SPDX-License-Identifier: Apache-2.0
/** Known voices: their catalogue and enrolment. */
@NullMarked
package io.beamscribe.transforms.voices;

import org.jspecify.annotations.NullMarked;
