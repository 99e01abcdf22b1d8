// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.adaptation;

import java.nio.file.Path;
import java.util.List;

/**
 * Files to adapt a model to.
 *
 * @param text plain text, a sentence or more a line
 * @param markdown sentences with lists in them
 * @param acoustic audio with transcripts, of which the transcripts are used as text
 * @param pronunciation how words are said
 */
public record AdaptationData(
    List<Path> text, List<Path> markdown, List<Path> acoustic, List<Path> pronunciation) {
  public AdaptationData {
    text = List.copyOf(text);
    markdown = List.copyOf(markdown);
    acoustic = List.copyOf(acoustic);
    pronunciation = List.copyOf(pronunciation);
  }
}
