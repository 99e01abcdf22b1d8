// SPDX-License-Identifier: Apache-2.0
/** Which engine a folder is a model of, and converters that engines bring as services. */
@NullMarked
package io.beamscribe.speech.models.convert;

import org.jspecify.annotations.NullMarked;
