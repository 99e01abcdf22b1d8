/** Running a job to its end on any runner: state, progress, interrupt, causes. */
package io.beamscribe.pipelines.job;
