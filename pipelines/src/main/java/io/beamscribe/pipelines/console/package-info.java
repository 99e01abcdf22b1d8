/** What is said to people: streams, tables, words, exit codes, log format. Knows no job. */
package io.beamscribe.pipelines.console;
