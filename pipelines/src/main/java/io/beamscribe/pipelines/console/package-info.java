// SPDX-License-Identifier: Apache-2.0
/** Output for people: streams, tables, wording, exit codes, log format. Knows nothing of jobs. */
@NullMarked
package io.beamscribe.pipelines.console;

import org.jspecify.annotations.NullMarked;
