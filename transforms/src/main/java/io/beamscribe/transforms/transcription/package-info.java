/** Steps on one file: cut, recognise, assemble. The work itself is in the speech library. */
package io.beamscribe.transforms.transcription;
