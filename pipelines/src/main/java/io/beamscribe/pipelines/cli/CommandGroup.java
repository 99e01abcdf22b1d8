// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.cli;

import org.apache.beam.sdk.annotations.Internal;

/**
 * Commands that begin with the same word, such as {@code models}.
 *
 * @param summary one line of help
 */
@Internal
public record CommandGroup(String name, String summary) {}
