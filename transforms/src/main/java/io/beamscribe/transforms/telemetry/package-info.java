// SPDX-License-Identifier: Apache-2.0
/** Names of metrics, the context of log lines, counts of ended files. */
@NullMarked
package io.beamscribe.transforms.telemetry;

import org.jspecify.annotations.NullMarked;
