/** What Beamscribe does differently on Flink; all else that runs there knows of no runner. */
package io.beamscribe.runners.flink;
