// SPDX-License-Identifier: Apache-2.0
/**
 * The command line: parsing, help, and messages about wrong usage. The only package that uses
 * picocli. What commands do is in {@code commands}.
 */
@NullMarked
package io.beamscribe.pipelines.cli;

import org.jspecify.annotations.NullMarked;
