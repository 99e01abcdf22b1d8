/** One class a command, and the only place that prints: results, progress, what went wrong. */
package io.beamscribe.pipelines.commands;
