/** Recognition in a supervised child process: a crash costs a file and not the worker. */
package io.beamscribe.speech.engines.isolation;
