/** Entry points only: the program, and the main classes of the jobs. */
package io.beamscribe.pipelines;
