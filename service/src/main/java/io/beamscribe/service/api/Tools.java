// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

import io.beamscribe.service.content.DataFolder;
import io.beamscribe.service.content.GuardedClient;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.models.BaseModels;
import io.beamscribe.service.storage.Entities;
import io.beamscribe.service.storage.Files;
import io.beamscribe.service.storage.HookEvents;
import java.util.function.Consumer;

/**
 * What the operations use.
 *
 * @param wake says that there may be new work of a kind
 */
public record Tools(
    Entities entities,
    Files files,
    HookEvents events,
    DataFolder folder,
    GuardedClient client,
    BaseModels base,
    Views views,
    Consumer<Kind> wake) {}
