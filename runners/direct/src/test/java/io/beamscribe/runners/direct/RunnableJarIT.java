// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What packaging can lose: services, native libraries, the main class. */
class RunnableJarIT {
  private static final String JAR = System.getProperty("beamscribe.jar");
  private static final String SERVICES = "META-INF/services/";

  private JarFile jar;

  @BeforeEach
  void open() throws IOException {
    jar = new JarFile(JAR);
  }

  @AfterEach
  void close() throws IOException {
    jar.close();
  }

  @Test
  void keepsTheServicesOfBeam() throws IOException {
    assertThat(providers("org.apache.beam.sdk.io.FileSystemRegistrar"))
        .contains("org.apache.beam.sdk.io.LocalFileSystemRegistrar");
    assertThat(providers("org.apache.beam.sdk.runners.PipelineRunnerRegistrar"))
        .contains("org.apache.beam.runners.direct.DirectRegistrar$Runner");
    assertThat(providers("org.apache.beam.sdk.options.PipelineOptionsRegistrar"))
        .contains("org.apache.beam.runners.direct.DirectRegistrar$Options")
        .contains("org.apache.beam.sdk.options.DefaultPipelineOptionsRegistrar")
        .contains("io.beamscribe.pipelines.transcribe.BeamscribeOptionsRegistrar");
  }

  @Test
  void keepsOurServices() throws IOException {
    assertThat(providers("io.beamscribe.speech.recognition.EngineProvider"))
        .contains("io.beamscribe.speech.recognition.vosk.VoskEngineProvider");
  }

  @Test
  void hasTheClassOfEveryServiceOfBeamAndOurs() throws IOException {
    List<String> services =
        names()
            .filter(name -> name.matches(SERVICES + "(org\\.apache\\.beam|io)\\.[^/]+"))
            .toList();
    assertThat(services).hasSizeGreaterThan(5);
    for (String service : services) {
      for (String provider : providers(service.substring(SERVICES.length()))) {
        assertThat(jar.getEntry(provider.replace('.', '/') + ".class"))
            .as("%s of %s", provider, service)
            .isNotNull();
      }
    }
  }

  @Test
  void holdsNativesOfLinuxOnly() {
    assertThat(names())
        .contains(
            "linux-x86-64/libvosk.so",
            "com/sun/jna/linux-x86-64/libjnidispatch.so",
            "com/sun/jna/linux-aarch64/libjnidispatch.so",
            "ai/onnxruntime/native/linux-x64/libonnxruntime.so",
            "ai/onnxruntime/native/linux-aarch64/libonnxruntime.so",
            "org/bytedeco/ffmpeg/linux-x86_64/ffmpeg")
        .noneMatch(name -> name.matches(".*\\.(dll|dylib|jnilib|a)"));
  }

  @Test
  void keepsTheDictionariesThatLinesAreBrokenBy() {
    String folder = "com/ibm/icu/impl/data/icudata/brkitr/";
    assertThat(names())
        .contains(
            folder + "root.res", folder + "line.brk", folder + "word.brk", folder + "char.brk")
        .contains(folder + "thaidict.dict", folder + "laodict.dict", folder + "khmerdict.dict")
        .contains(folder + "burmesedict.dict", folder + "cjdict.dict");
  }

  @Test
  void keepsTheOneScriptOfTheReport() {
    assertThat(names().filter(name -> name.matches("META-INF/resources/.*\\.c?js(\\.map)?")))
        .singleElement()
        .asString()
        .endsWith("/chart.umd.js");
  }

  @Test
  void carriesItsTermsAndNoSignature() {
    assertThat(names())
        .contains("META-INF/LICENSE", "META-INF/NOTICE")
        .noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|DSA|RSA)"))
        .noneMatch(name -> name.startsWith("org/vosk/"));
  }

  @Test
  void namesItsWayInAndItsVersion() throws IOException {
    Attributes manifest = jar.getManifest().getMainAttributes();
    assertThat(jar.getEntry(manifest.getValue("Main-Class").replace('.', '/') + ".class"))
        .isNotNull();
    assertThat(manifest.getValue("Multi-Release")).isEqualTo("true");
    assertThat(manifest.getValue("Implementation-Version")).isNotBlank();
  }

  @Test
  void showsItsUsage() throws Exception {
    assertThat(java("-jar", JAR, "--help")).contains("transcribe");
  }

  @Test
  void listsFiles(@TempDir Path folder) throws Exception {
    Files.createFile(folder.resolve("a.wav"));
    Files.createFile(folder.resolve("b.txt"));
    String tests = Path.of("target", "test-classes").toAbsolutePath().toString();
    assertThat(
            java(
                "-cp",
                JAR + File.pathSeparator + tests,
                Listing.class.getName(),
                folder + "/*.wav"))
        .isEqualToIgnoringNewLines("a.wav");
  }

  /** Also without the launcher, which sets what keeps libraries from reporting to their makers. */
  @Test
  void leavesNothingBehindAndAsksNobody(@TempDir Path folder) throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Path calls = folder.resolve("calls");
    List<String> command = new ArrayList<>();
    boolean traced = canTrace();
    if (traced) {
      command.addAll(List.of("strace", "-f", "-s", "200", "-e", "trace=network"));
      command.addAll(List.of("-o", calls.toString()));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:-UsePerfData", "-Duser.home=" + home));
    command.addAll(List.of("-Djava.io.tmpdir=" + temporary, "-jar", JAR, "transcribe"));
    command.add("--input=" + Shell.TESTDATA.resolve("formats/pcm_s16.wav"));
    command.addAll(List.of("--output=" + folder.resolve("out"), "--locale=ko-KR"));
    command.add("--diarization"); // which loads ONNX Runtime into the program itself
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> variables = builder.environment();
    variables.putIfAbsent(
        "BEAMSCRIBE_MODELS", System.getProperty("user.home") + "/.cache/beamscribe/models");
    variables.keySet().removeAll(List.of("ORT_DISABLE_TELEMETRY", "XDG_CACHE_HOME"));
    variables.put("HOME", home.toString());
    variables.put("TMPDIR", temporary.toString());
    variables.put("LC_ALL", "C.UTF-8");
    Process process =
        builder.directory(temporary.toFile()).inheritIO().redirectErrorStream(true).start();

    assertThat(process.waitFor()).isZero();
    assertThat(temporary).isEmptyDirectory();
    try (Stream<Path> left = Files.list(home)) {
      assertThat(left.filter(path -> !path.endsWith(".cache"))).isEmpty();
    }
    if (Files.exists(home.resolve(".cache"))) {
      try (Stream<Path> left = Files.list(home.resolve(".cache"))) {
        assertThat(left.filter(path -> !path.endsWith("beamscribe"))).isEmpty();
      }
    }
    assumeTrue(traced, "the network was not watched: no strace, or it may not trace");
    assertThat(Files.readAllLines(calls))
        .isNotEmpty()
        .noneMatch(call -> call.contains("events") || call.contains("htons(443)"));
  }

  private static boolean canTrace() throws InterruptedException {
    try {
      return new ProcessBuilder("strace", "-f", "-o", "/dev/null", "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The output of a JVM that must exit with 0. */
  private static String java(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("exit code of %s", command).isZero();
    return printed;
  }

  private Stream<String> names() {
    return jar.stream().map(JarEntry::getName);
  }

  private List<String> providers(String service) throws IOException {
    try (InputStream lines = jar.getInputStream(jar.getEntry(SERVICES + service))) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }
}
