// SPDX-License-Identifier: Apache-2.0
/**
 * The operations of the API: requests to entities and back, with each version as a thin mapping of
 * names and forms over one model.
 */
@NullMarked
package io.beamscribe.service.api;

import org.jspecify.annotations.NullMarked;
