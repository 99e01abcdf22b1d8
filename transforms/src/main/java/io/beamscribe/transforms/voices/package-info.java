/** Known voices: their catalogue and enrolment. */
package io.beamscribe.transforms.voices;
