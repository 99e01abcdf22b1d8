/** The jobs: their options, validation, graph and main; and the command line that starts them. */
package io.beamscribe.pipelines;
