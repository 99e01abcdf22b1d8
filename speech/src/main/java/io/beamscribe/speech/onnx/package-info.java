// SPDX-License-Identifier: Apache-2.0
/**
 * How ONNX Runtime is started and sessions are opened, for all packages that run models with it.
 * Not here: any model.
 */
@NullMarked
package io.beamscribe.speech.onnx;

import org.jspecify.annotations.NullMarked;
