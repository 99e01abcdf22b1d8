// SPDX-License-Identifier: Apache-2.0
/**
 * The store of models on this machine and its shared twin in object storage: locks, manifests,
 * verification, installation.
 */
@NullMarked
package io.beamscribe.speech.models.store;

import org.jspecify.annotations.NullMarked;
