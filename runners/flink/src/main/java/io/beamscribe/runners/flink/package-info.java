// SPDX-License-Identifier: Apache-2.0
/** What Beamscribe does differently on Flink; everything else is independent of the runner. */
@NullMarked
package io.beamscribe.runners.flink;

import org.jspecify.annotations.NullMarked;
