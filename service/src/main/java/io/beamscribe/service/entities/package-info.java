// SPDX-License-Identifier: Apache-2.0
/**
 * What the service stores: entities with their life cycle, files, versions of the API, and errors.
 * Knows neither HTTP nor a database.
 */
@NullMarked
package io.beamscribe.service.entities;

import org.jspecify.annotations.NullMarked;
