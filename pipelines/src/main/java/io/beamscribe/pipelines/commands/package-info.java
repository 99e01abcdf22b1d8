/** One class a command; the only place that prints results. */
package io.beamscribe.pipelines.commands;
