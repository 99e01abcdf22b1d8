// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.models;

/**
 * A model of the catalogue for one locale, as the API tells of it.
 *
 * @param id a UUID, the same in every service with this catalogue
 * @param model id in the catalogue
 * @param locale with a region
 */
public record BaseModel(String id, String model, String locale, String description) {}
