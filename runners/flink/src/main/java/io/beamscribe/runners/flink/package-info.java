// SPDX-License-Identifier: Apache-2.0
/** What Beamscribe does differently on Flink; all else that runs there knows of no runner. */
@NullMarked
package io.beamscribe.runners.flink;

import org.jspecify.annotations.NullMarked;
