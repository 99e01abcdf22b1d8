/** Stores and catalogues of models as options say. */
package io.beamscribe.pipelines.models;
