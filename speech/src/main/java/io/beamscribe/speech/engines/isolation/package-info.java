// SPDX-License-Identifier: Apache-2.0
/** Recognition in a supervised child process: a crash fails one file and not the worker. */
@NullMarked
package io.beamscribe.speech.engines.isolation;

import org.jspecify.annotations.NullMarked;
