// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The content of the jars for a cluster. */
class JobJarIT {
  private static final Path JOB = Path.of(System.getProperty("beamscribe.jar"));
  private static final Path SHARED = Path.of(System.getProperty("beamscribe.shared.jar"));

  @Test
  void leavesOutWhatTheClusterHas() throws IOException {
    assertThat(names(JOB))
        .noneMatch(name -> name.startsWith("org/apache/flink/"))
        .noneMatch(name -> name.matches("org/(slf4j|apache/log4j|apache/logging)/.*"))
        .noneMatch(name -> name.startsWith("com/esotericsoftware/"))
        .contains("org/apache/beam/runners/flink/FlinkRunner.class")
        .contains("io/beamscribe/pipelines/TranscribeBatch.class");
    assertThat(Files.size(JOB)).isLessThan(165_000_000);
  }

  @Test
  void holdsNativesOfOneSystemOnly() throws IOException {
    assertThat(names(JOB))
        .contains("linux-x86-64/libvosk.so", "ai/onnxruntime/native/linux-x64/libonnxruntime.so")
        .noneMatch(name -> name.matches(".*\\.(dll|dylib|jnilib|a)"))
        .noneMatch(name -> name.matches(".*(aarch|arm).*\\.so"));
  }

  /** With what is left of the data that its library comes with. */
  @Test
  @SuppressWarnings("unchecked")
  void writesChineseInTheCharactersOfALocale() throws Exception {
    for (Path jar : List.of(JOB, SHARED)) {
      try (URLClassLoader alone =
          new URLClassLoader(
              new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
        Method of =
            alone
                .loadClass("io.beamscribe.speech.recognition.whisper.tokens.Script")
                .getDeclaredMethod("of", String.class);
        of.setAccessible(true);
        assertThat(((UnaryOperator<String>) of.invoke(null, "zh-TW")).apply("后门")).isEqualTo("後門");
        assertThat(((UnaryOperator<String>) of.invoke(null, "zh")).apply("後門")).isEqualTo("后门");
      }
    }
  }

  @Test
  void knowsRunnerAndStorage() throws IOException {
    assertThat(service(JOB, "org.apache.beam.sdk.runners.PipelineRunnerRegistrar"))
        .contains("org.apache.beam.runners.flink.FlinkRunnerRegistrar$Runner");
    assertThat(service(JOB, "org.apache.beam.sdk.io.FileSystemRegistrar"))
        .contains(
            "org.apache.beam.sdk.io.LocalFileSystemRegistrar",
            "org.apache.beam.sdk.io.hdfs.HadoopFileSystemRegistrar");
    assertThat(service(JOB, "io.beamscribe.pipelines.job.RunnerSupport"))
        .containsExactly(FlinkSupport.class.getName());
  }

  /** What a cluster loads for all jobs must not decide their version of Beam. */
  @Test
  void sharesSpeechAndStorageAndNothingOfBeam() throws IOException {
    assertThat(names(SHARED))
        .contains(
            "io/beamscribe/speech/engines/Engines.class",
            "linux-x86-64/libvosk.so",
            "com/fasterxml/jackson/databind/ObjectMapper.class",
            "org/apache/hadoop/fs/s3a/S3AFileSystem.class",
            "software/amazon/awssdk/services/s3/S3Client.class")
        .noneMatch(name -> name.startsWith("org/apache/beam/"))
        .noneMatch(
            name ->
                name.matches("io/beamscribe/(transforms/(?!storage/shared/)|pipelines|runners).*"))
        .noneMatch(name -> name.startsWith("org/slf4j/"));
    assertThat(service(SHARED, "io.beamscribe.speech.recognition.EngineProvider")).hasSize(2);
  }

  /** A cluster with the shared jar is not sent its classes again, and finds all that is missing. */
  @Test
  void leavesWhatIsSharedToAClusterThatHasIt() throws IOException {
    Path part = JobJar.withoutShared(JOB);
    assertThat(JobJar.withoutShared(JOB)).isEqualTo(part);
    assertThat(Files.size(part)).isLessThan(Files.size(JOB) * 6 / 10);
    Set<String> left = new HashSet<>(names(part));
    Set<String> shared = new HashSet<>(names(SHARED));
    assertThat(left)
        .contains("io/beamscribe/transforms/Transcribe.class")
        .doesNotContain("linux-x86-64/libvosk.so");
    assertThat(names(JOB)).filteredOn(name -> !left.contains(name)).allMatch(shared::contains);
  }

  private static List<String> names(Path jar) throws IOException {
    try (JarFile open = new JarFile(jar.toFile())) {
      return open.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();
    }
  }

  private static List<String> service(Path jar, String name) throws IOException {
    try (JarFile open = new JarFile(jar.toFile());
        var lines = open.getInputStream(open.getEntry("META-INF/services/" + name))) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    }
  }
}
