/** Jobs on one machine: what its runner needs, and the runnable jar. */
package io.beamscribe.runners.direct;
