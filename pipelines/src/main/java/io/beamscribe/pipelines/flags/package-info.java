/** From option interfaces to flags, with checked values. No command-line library. */
package io.beamscribe.pipelines.flags;
