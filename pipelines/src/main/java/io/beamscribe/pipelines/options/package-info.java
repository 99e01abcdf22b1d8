/** Groups of options that several jobs share. */
package io.beamscribe.pipelines.options;
