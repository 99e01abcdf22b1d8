/**
 * The command line: commands, their help, and sentences for wrong usage. The only place that knows
 * picocli. What a command does is not here.
 */
package io.beamscribe.pipelines.cli;
