/** The formats that a transcript is written in. One class writes one format. */
package io.beamscribe.speech.formats;
