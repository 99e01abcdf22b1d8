// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.models.ModelFolders;

/** Deploys a model: it is loaded when it is first used. Thread-safe. */
public final class EndpointWork implements Work {
  private final ModelFolders models;

  public EndpointWork(ModelFolders models) {
    this.models = models;
  }

  @Override
  public Kind kind() {
    return Kind.ENDPOINT;
  }

  @Override
  public ObjectNode run(Entity endpoint) throws WorkException {
    if (endpoint.reference("model").flatMap(models::of).isEmpty()) {
      throw new WorkException("ModelNotDeployable", "The model is not there.");
    }
    return Jsons.object();
  }
}
