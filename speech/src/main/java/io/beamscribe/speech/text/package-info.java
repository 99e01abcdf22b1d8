/** Text and figures as people read them. Not here: what a text says. */
package io.beamscribe.speech.text;
