// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.speakers.block;

/**
 * Speech of one track of a block.
 *
 * @param from the first frame
 * @param to the frame after the last
 */
record Piece(int track, int from, int to) {}
