// SPDX-License-Identifier: Apache-2.0
/** What is said to people: streams, tables, words, exit codes, log format. Knows no job. */
@NullMarked
package io.beamscribe.pipelines.console;

import org.jspecify.annotations.NullMarked;
