// SPDX-License-Identifier: Apache-2.0
/**
 * Reads the files of PyTorch in which publishers give their networks, without Python and without
 * running what the files name.
 */
@NullMarked
package io.beamscribe.speech.models.convert.torch;

import org.jspecify.annotations.NullMarked;
