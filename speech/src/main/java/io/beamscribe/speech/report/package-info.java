/** What happened to every file of a run, as JSON, CSV and one HTML page. */
package io.beamscribe.speech.report;
