/** Rewrites the network of the speech detector into a faster one. Not here: any use of it. */
package io.beamscribe.speech.activity.conversion;
