// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import java.io.Serializable;
import java.util.List;

/**
 * Which of the files in the inputs are meant, by globs over their path below what the inputs share.
 * A pattern without a slash is for a name, of the file or of a folder that it is in, at any depth;
 * one with a slash is for the whole path, or that of a folder. {@code *} ends at a slash, {@code
 * **} does not. Immutable.
 *
 * @param include of which one must match; empty for all files
 * @param exclude of which none may match
 */
public record FileSelection(List<String> include, List<String> exclude) implements Serializable {
  /** Selects every file. */
  public static final FileSelection ALL = new FileSelection(List.of(), List.of());

  public FileSelection {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }
}
