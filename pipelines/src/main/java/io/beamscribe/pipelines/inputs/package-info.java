/** Inputs as users give them: manifests, commas, and what can be checked before a job begins. */
package io.beamscribe.pipelines.inputs;
