// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

import io.beamscribe.service.content.DataFolder;
import io.beamscribe.service.content.GuardedClient;
import io.beamscribe.service.models.JobOptions;
import io.beamscribe.service.models.ModelChoices;
import io.beamscribe.service.models.ModelFolders;
import io.beamscribe.service.storage.Entities;
import io.beamscribe.service.storage.Files;

/** What all kinds of work use. */
public record WorkTools(
    Entities entities,
    Files files,
    DataFolder folder,
    GuardedClient client,
    JobOptions options,
    ModelChoices choices,
    ModelFolders models,
    ProgressBoard board) {}
