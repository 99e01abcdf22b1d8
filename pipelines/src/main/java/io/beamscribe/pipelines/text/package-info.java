// SPDX-License-Identifier: Apache-2.0
/** Lines of recognized words in all their written forms, without audio. */
@NullMarked
package io.beamscribe.pipelines.text;

import org.jspecify.annotations.NullMarked;
