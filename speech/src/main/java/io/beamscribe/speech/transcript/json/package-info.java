/** The result document of the cloud service: written, and read back without loss. */
package io.beamscribe.speech.transcript.json;
