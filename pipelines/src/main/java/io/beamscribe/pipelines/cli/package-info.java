// SPDX-License-Identifier: Apache-2.0
/**
 * The command line: commands, their help, and sentences for wrong usage. The only place that knows
 * picocli. What a command does is not here.
 */
@NullMarked
package io.beamscribe.pipelines.cli;

import org.jspecify.annotations.NullMarked;
