// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.json.Json;
import java.io.File;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.util.ChildFirstClassLoader;
import org.junit.jupiter.api.Test;

/**
 * A worker with the shared jar has speech, and what it uses, in its own class path; a job brings
 * the rest, and what that uses a second time.
 */
class SharedSpeechTest {
  private static final String EVENT =
      """
      {"Records":[{"eventName":"ObjectCreated:Put",
        "s3":{"bucket":{"name":"calls"},"object":{"key":"in/a.wav"}}}]}
      """;

  @Test
  void eventsAreReadByAJob() throws Exception {
    Configuration configuration = new Configuration();
    configuration.setString(
        "classloader.parent-first-patterns.additional",
        "io.beamscribe.speech.;io.beamscribe.transforms.storage.shared.");
    try (ChildFirstClassLoader job =
        new ChildFirstClassLoader(
            classPath(),
            getClass().getClassLoader(),
            CoreOptions.getParentFirstLoaderPatterns(configuration),
            failure -> {})) {
      Class<?> events = job.loadClass("io.beamscribe.transforms.events.StoreEvents");
      assertThat(events.getClassLoader()).isSameAs(job);
      assertThat(job.loadClass(Json.class.getName())).isSameAs(Json.class);

      Method of = events.getDeclaredMethod("of", byte[].class);
      of.setAccessible(true);
      Object read = of.invoke(null, (Object) EVENT.getBytes(StandardCharsets.UTF_8));

      assertThat(read).asString().contains("in/a.wav").endsWith("faults=[]]");
    }
  }

  private static URL[] classPath() {
    String[] path = System.getProperty("java.class.path").split(File.pathSeparator);
    return Arrays.stream(path).map(SharedSpeechTest::url).toArray(URL[]::new);
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e); // a path has an address
    }
  }
}
