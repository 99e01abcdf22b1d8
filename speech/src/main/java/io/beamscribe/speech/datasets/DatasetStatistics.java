// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.datasets;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How much a dataset holds that can be used.
 *
 * @param lines of text, sentences made of lists among them; pronunciations; transcripts
 * @param sentences of structured text, as written: each is a line with every item of its lists in
 *     turn; 0 for other kinds
 * @param words divided by spaces
 * @param differentWords in lower case, without marks
 * @param characters spaces among them
 * @param longestLine in characters
 * @param audioFiles 0 for text
 * @param audioSeconds of all these together
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record DatasetStatistics(
    long lines,
    long sentences,
    long words,
    long differentWords,
    long characters,
    long longestLine,
    long audioFiles,
    double audioSeconds) {}
