package io.beamscribe.speech.transcript;

import java.util.List;

/** A subtitle: one or two lines of text on the screen from start to end, in milliseconds. */
record Cue(int channel, long start, long end, List<String> lines) {}
