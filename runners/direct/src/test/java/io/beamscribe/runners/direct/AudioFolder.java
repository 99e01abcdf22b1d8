// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder of Korean audio, and the program on it. */
record AudioFolder(Path path) {
  static AudioFolder in(Path folder) throws IOException {
    return new AudioFolder(Files.createDirectory(folder.resolve("audio")));
  }

  /** Adds a clip of testdata by another name, or puts it in the place of what has the name. */
  void clip(String from, String to) throws IOException {
    Files.copy(Shell.TESTDATA.resolve(from), path.resolve(to), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Adds a file of several blocks. */
  void longFile(int minutes) throws IOException {
    LongAudio.write(
        path.resolve("long.wav"), Shell.TESTDATA.resolve("formats/pcm_s16.wav"), minutes);
  }

  Shell.Ended transcribe(Output output, String... more) throws IOException, InterruptedException {
    return start(output, more).end();
  }

  Shell.Started start(Output output, String... more) throws IOException {
    List<String> command =
        Shell.beamscribe(
            "transcribe", "--input=" + path, "--output=" + output.root(), "--locale=ko-KR");
    return Shell.start(Stream.concat(command.stream(), Stream.of(more)).toList(), Map.of());
  }
}
