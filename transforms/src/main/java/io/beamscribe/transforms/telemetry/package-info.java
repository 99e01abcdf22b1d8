/** Names of metrics, the context of log lines, counts of ended files. */
package io.beamscribe.transforms.telemetry;
