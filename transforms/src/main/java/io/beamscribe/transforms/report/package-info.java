// SPDX-License-Identifier: Apache-2.0
/** Gathers rows and writes the report files at the end of a batch. */
@NullMarked
package io.beamscribe.transforms.report;

import org.jspecify.annotations.NullMarked;
