// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The one cluster of all tests that do not harm it: started for the first test that asks for it,
 * stopped after the last class. Its workers have the credentials of {@link S3Server}.
 */
final class SharedCluster implements BeforeAllCallback {
  private ExtensionContext.Store ofAllClasses;

  @Override
  public void beforeAll(ExtensionContext context) {
    ofAllClasses = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL);
  }

  /** The cluster; skips the test if Flink is unavailable. */
  LocalCluster cluster() throws Exception {
    Running running = ofAllClasses.get(Running.class, Running.class);
    if (running == null) {
      Path state = Files.createTempDirectory("beamscribe-cluster");
      running = new Running(LocalCluster.start(state, S3Server.CREDENTIALS), state);
      ofAllClasses.put(Running.class, running);
    }
    return running.cluster();
  }

  /** Closed by JUnit with the store that it is in. */
  private record Running(LocalCluster cluster, Path state) implements AutoCloseable {
    @Override
    public void close() throws IOException, InterruptedException {
      cluster.close();
      List<Path> files;
      try (Stream<Path> all = Files.walk(state)) {
        files = all.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }
}
