/**
 * The store of models on this machine and its shared twin in object storage: locks, manifests,
 * verification, installation.
 */
package io.beamscribe.speech.models.store;
