// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.entities;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of an entity.
 *
 * @param id a UUID
 * @param kind as in documents, such as {@code Transcription}
 * @param size in bytes
 * @param location relative path below the data folder, or the address in the caller's container
 */
public record StoredFile(
    String id,
    String entity,
    String owner,
    String name,
    String kind,
    long size,
    Instant created,
    String location,
    @Nullable Long durationMilliseconds) {}
