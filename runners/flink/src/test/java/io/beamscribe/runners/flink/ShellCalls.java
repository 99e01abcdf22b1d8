// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The arguments that a shell passes to our programs in a line: a real shell reads quotes, comments
 * and redirects, with no other programs available.
 */
final class ShellCalls {
  private static final String STUB =
      """
      #!/bin/bash
      { printf '%s\\n' "${0##*/}" "$@"; printf '\\0'; } >>"$CALLS"
      """;

  /** A file that a line reads from. */
  private static final Pattern READ = Pattern.compile("< ?([\\w.-]+)");

  private final Path folder;
  private final Path calls;

  ShellCalls(Path folder) throws IOException {
    this.folder = folder;
    this.calls = folder.resolve("calls");
    Files.deleteIfExists(calls);
    for (String program : List.of("beamscribe", "flink-local")) {
      Path stub = folder.resolve("bin").resolve(program);
      Files.createDirectories(stub.getParent());
      Files.writeString(stub, STUB);
      Files.setPosixFilePermissions(stub, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** Each call: the name of the program and its arguments. */
  List<List<String>> of(String line) throws IOException, InterruptedException {
    for (Matcher read = READ.matcher(line); read.find(); ) {
      Files.writeString(folder.resolve(read.group(1)), "");
    }
    ProcessBuilder shell = new ProcessBuilder("/bin/bash", "-c", line).directory(folder.toFile());
    shell.environment().clear();
    shell.environment().put("PATH", "/nowhere");
    shell.environment().put("CALLS", calls.toString());
    shell.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
    shell.start().waitFor();
    List<List<String>> words = new ArrayList<>();
    if (Files.exists(calls)) {
      for (String call : Files.readString(calls).split("\0")) {
        words.add(call.lines().toList());
      }
    }
    return words;
  }
}
