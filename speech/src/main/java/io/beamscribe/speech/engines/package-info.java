/** Which engines are loaded in this process, shared by its threads, and for how long. */
package io.beamscribe.speech.engines;
