// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegBundleTest {
  @TempDir Path cache;

  @Test
  void unpacksOnceWholeForManyAtATimeAndMendsWhatWasDamaged() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    Callable<Path> unpack =
        () -> {
          try (JarFile jar = jar()) {
            return FfmpegBundle.unpack(jar, cache);
          }
        };
    Path killed = Files.createDirectories(cache.resolve("ffmpeg-new-1"));
    Files.write(killed.resolve("ffmpeg"), new byte[10]);
    try {
      Path folder = null;
      for (Future<Path> result : threads.invokeAll(List.of(unpack, unpack, unpack))) {
        folder = result.get();
      }
      try (Stream<Path> left = Files.list(cache)) {
        assertThat(left).containsExactlyInAnyOrder(folder, cache.resolve("ffmpeg.lock"));
      }
      assertThat(FfmpegProgram.in(folder).works()).isTrue();
      Files.write(folder.resolve("libswresample.so.6"), new byte[10]);
      assertThat(FfmpegProgram.in(folder).works()).isFalse();
      assertThat(FfmpegProgram.in(unpack.call()).works()).isTrue();
    } finally {
      threads.shutdown();
    }
  }

  /** The loader's own record shows that no library of a sound card or a screen was touched. */
  @Test
  void needsNoMoreOfTheMachineThanTheRuntimeOfItsCompiler() throws Exception {
    Path folder;
    try (JarFile jar = jar()) {
      folder = FfmpegBundle.unpack(jar, cache);
    }
    ProcessBuilder builder = new ProcessBuilder(folder.resolve("ffmpeg").toString(), "-version");
    FfmpegProgram.in(folder).prepare(builder);
    builder.environment().put("LD_DEBUG", "libs");
    builder.redirectErrorStream(true);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(said).doesNotContain("no version information");
    List<String> fromElsewhere =
        said.lines()
            .filter(line -> line.contains("calling init: "))
            .map(line -> line.substring(line.indexOf("calling init: ") + 14))
            .filter(path -> !path.startsWith(folder.toString()))
            .map(path -> path.substring(path.lastIndexOf('/') + 1))
            .toList();
    assertThat(fromElsewhere)
        .isNotEmpty()
        .allMatch(
            name ->
                name.matches(
                    "(ld-linux|libc|libm|libdl|librt|libpthread|libmvec|libstdc\\+\\+|libgcc_s)[-.].*"));
  }

  private static JarFile jar() throws Exception {
    String path =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.matches(".*/ffmpeg-[^/]*-linux-x86_64\\.jar"))
            .findFirst()
            .orElse("");
    assumeThat(path).as("the bundled ffmpeg").isNotEmpty();
    return new JarFile(path);
  }
}
