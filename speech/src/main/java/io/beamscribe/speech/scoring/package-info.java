// SPDX-License-Identifier: Apache-2.0
/** How good results are, by references that people made. Knows no engine and no job. */
@NullMarked
package io.beamscribe.speech.scoring;

import org.jspecify.annotations.NullMarked;
