/** The runnable jar for one machine. */
package io.beamscribe.runners.direct;
