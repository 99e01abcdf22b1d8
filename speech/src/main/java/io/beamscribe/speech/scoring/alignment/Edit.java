// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.alignment;

/**
 * A step of an alignment.
 *
 * @param reference index of the token of the reference; of an insertion, that of the next one
 * @param hypothesis index of the token of the hypothesis; of a deletion, that of the next one
 */
public record Edit(EditKind kind, int reference, int hypothesis) {}
