/** Which engine a folder is a model of, and converters that engines bring as services. */
package io.beamscribe.speech.models.convert;
