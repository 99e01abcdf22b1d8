// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.jobs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.pipelines.job.JobProgress;
import io.beamscribe.service.entities.Jsons;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The progress of the work that is being done. Thread-safe. */
public final class ProgressBoard {
  private final Map<String, Running> running = new ConcurrentHashMap<>();

  private record Running(Instant since, Supplier<JobProgress> progress) {}

  void begin(String entity, Supplier<JobProgress> progress) {
    running.put(entity, new Running(Instant.now(), progress));
  }

  void end(String entity) {
    running.remove(entity);
  }

  /** The progress of an entity, with a forecast as soon as there is something to go by. */
  public Optional<ObjectNode> of(String entity) {
    return Optional.ofNullable(running.get(entity)).map(ProgressBoard::document);
  }

  private static ObjectNode document(Running work) {
    JobProgress now = work.progress().get();
    ObjectNode document = Jsons.object();
    document.put("files", now.filesKnown());
    document.put("filesDone", now.filesDone() + now.filesSkipped());
    document.put("filesFailed", now.filesFailed());
    document.put("audioSeconds", now.audioSecondsKnown());
    document.put("audioSecondsDone", now.audioSecondsDone());
    double elapsed = (Instant.now().toEpochMilli() - work.since().toEpochMilli()) / 1000.0;
    if (now.audioSecondsDone() > 0 && now.filesKnown() > 0) {
      double left = Math.max(0, now.audioSecondsKnown() - now.audioSecondsDone());
      document.put("secondsLeft", Math.round(elapsed * left / now.audioSecondsDone()));
    }
    return document;
  }
}
