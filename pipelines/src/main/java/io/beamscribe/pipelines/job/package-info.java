/** Running a job to its end on any runner: state, progress, causes. Prints nothing. */
package io.beamscribe.pipelines.job;
