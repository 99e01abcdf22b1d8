// SPDX-License-Identifier: Apache-2.0
/** The commands, one class each. The only package that prints: results, progress, errors. */
@NullMarked
package io.beamscribe.pipelines.commands;

import org.jspecify.annotations.NullMarked;
