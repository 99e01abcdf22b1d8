package io.beamscribe.pipelines.console;

import java.io.PrintStream;

/**
 * Where a command speaks: results to {@code out}, all else to {@code err}.
 *
 * @param terminal whether a person watches {@code err} on a terminal
 */
public record Console(PrintStream out, PrintStream err, boolean terminal) {}
