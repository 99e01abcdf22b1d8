/**
 * What is detected of speakers in one block of audio: local speakers by the segmentation model,
 * voice prints by the embedding model. Knows no other block.
 */
package io.beamscribe.speech.speakers.block;
