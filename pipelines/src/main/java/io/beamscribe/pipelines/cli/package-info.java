/**
 * The command line: flags out of option interfaces, help, sentences for wrong usage, progress, the
 * summary, and running a job to its end. What a command does is not here.
 */
package io.beamscribe.pipelines.cli;
