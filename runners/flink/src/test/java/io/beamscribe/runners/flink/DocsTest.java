// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.pipelines.Main;
import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.CommandInfo;
import io.beamscribe.pipelines.cli.CommandLineParser;
import io.beamscribe.pipelines.commands.Commands;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.flags.FlagSpec;
import io.beamscribe.pipelines.flags.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program accepts every one of our command lines in docs and help; what costs nothing is run.
 * Here, where both runners' flags are known.
 */
class DocsTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();
  private static final CommandLineParser PARSER =
      new CommandLineParser("beamscribe", "1", Commands.all());

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> linesOfTheDocs() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      for (String line : DocLines.of(Files.readString(page))) {
        tests.add(
            DynamicTest.dynamicTest(ROOT.relativize(page) + ": " + line, () -> requireRight(line)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(25);
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> examplesOfHelp() {
    return Commands.all().stream()
        .map(Command::info)
        .flatMap(info -> info.examples().stream())
        .map(line -> DynamicTest.dynamicTest(line, () -> requireRight("bin/beamscribe " + line)));
  }

  @Test
  void findsWhatIsWrong() throws Exception {
    for (String wrong :
        List.of(
            "bin/beamscribe transcribe --input=a --output=b --locales=ko-KR",
            "bin/beamscribe transcribe --input=a --output=b --channels=both",
            "bin/beamscribe transcribe --input=a",
            "bin/beamscribe transcribe a.wav --input=a --output=b",
            "bin/beamscribe transcribes --input=a --output=b",
            "bin/beamscribe models list && bin/beamscribe models pul vosk-small-ko",
            "bin/beamscribe transcribe ... --runner=FlinkRunner --flinkMastr=host:8081")) {
      assertThatThrownBy(() -> requireRight(wrong)).as(wrong).isInstanceOf(UsageException.class);
    }
    assertThatThrownBy(() -> requireRight("bin/flink-local begin"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> requireRight("bin/flink-local --taskmanagers=2 start"))
        .isInstanceOf(AssertionError.class);
  }

  private void requireRight(String line) throws Exception {
    List<List<String>> calls = new ShellCalls(folder).of(line);
    assertThat(calls).as("calls in: " + line).isNotEmpty();
    for (List<String> call : calls) {
      if (call.get(0).equals("flink-local")) {
        requireStarts(call.subList(1, call.size()));
      } else if (!call.get(1).equals("serve")) { // which the service's own test parses
        requireParsed(whole(call.subList(1, call.size())));
      }
    }
  }

  /** With the flags that "..." stands for in the docs. */
  private static String[] whole(List<String> args) {
    List<String> whole = new ArrayList<>(args);
    if (whole.remove("...")) {
      CommandInfo info =
          Commands.all().stream()
              .map(Command::info)
              .filter(each -> each.words().equals(args.get(0)))
              .findFirst()
              .orElseThrow();
      FlagSpec.of(info.options()).stream()
          .filter(FlagSpec::required)
          .filter(flag -> args.stream().noneMatch(arg -> arg.startsWith("--" + flag.name() + "=")))
          .forEach(flag -> whole.add("--" + flag.name() + "=x"));
    }
    return whole.toArray(String[]::new);
  }

  private static void requireParsed(String... args) throws UsageException {
    PARSER.parse(args);
    if (Arrays.asList(args).contains("--help") || List.of("models", "list").equals(List.of(args))) {
      PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
      assertThat(Main.run(new Console(out, out, false), args)).isZero();
    }
  }

  private void requireStarts(List<String> args) throws Exception {
    List<String> dry = new ArrayList<>(List.of(ROOT.resolve("bin/flink-local").toString()));
    dry.add("--dryRun");
    dry.addAll(args);
    Process process =
        new ProcessBuilder(dry)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertThat(process.waitFor()).as(String.join(" ", dry)).isZero();
  }

  private static List<Path> pages() throws Exception {
    List<Path> pages =
        new ArrayList<>(
            List.of(
                ROOT.resolve("README.md"),
                ROOT.resolve("benchmarks/README.md"),
                ROOT.resolve("runners/flink/deploy/README.md")));
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }
}
