// SPDX-License-Identifier: Apache-2.0
/** One class a command, and the only place that prints: results, progress, what went wrong. */
@NullMarked
package io.beamscribe.pipelines.commands;

import org.jspecify.annotations.NullMarked;
