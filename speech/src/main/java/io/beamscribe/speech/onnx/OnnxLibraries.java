// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx;

import ai.onnxruntime.OrtEnvironment;
import io.beamscribe.speech.temporary.TemporaryFolder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the native libraries of ONNX Runtime without a trace. Its own loader leaves an empty folder
 * behind each time, and 28 MB if the process is killed; ours removes the libraries from disk as
 * soon as they are mapped.
 */
final class OnnxLibraries {
  private static final Logger LOG = LoggerFactory.getLogger(OnnxLibraries.class);

  /** Where its loader looks for libraries before those in its jar. */
  private static final String FOLDER = "onnxruntime.native.path";

  private static final Map<String, String> MACHINES =
      Map.of("amd64", "linux-x64", "x86_64", "linux-x64", "aarch64", "linux-aarch64");
  private static final List<String> NAMES = List.of("libonnxruntime.so", "libonnxruntime4j_jni.so");

  private OnnxLibraries() {}

  /**
   * The environment of this process, which is created if there is none.
   *
   * @throws IllegalStateException if there is no room for the libraries, or they cannot be loaded
   */
  static OrtEnvironment load() {
    String machine =
        System.getProperty("os.name").equals("Linux")
            ? MACHINES.get(System.getProperty("os.arch"))
            : null;
    if (machine == null || System.getProperty(FOLDER) != null) {
      return OrtEnvironment.getEnvironment();
    }
    try (TemporaryFolder folder = TemporaryFolder.create("onnx")) {
      for (String name : NAMES) {
        unpack(machine + "/" + name, folder.path().resolve(name));
      }
      System.setProperty(FOLDER, folder.path().toString());
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      removeTheirs();
      return environment;
    } catch (IOException e) {
      throw new IllegalStateException(
          "The libraries of ONNX Runtime cannot be unpacked: " + e.getMessage(), e);
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "The libraries of ONNX Runtime cannot be loaded; the folder for temporary files must"
              + " allow programs to be run, and -Djava.io.tmpdir=FOLDER names another one ("
              + e.getMessage()
              + ")",
          e);
    } finally {
      System.clearProperty(FOLDER);
    }
  }

  private static void unpack(String name, Path file) throws IOException {
    try (InputStream in =
        OrtEnvironment.class.getResourceAsStream("/ai/onnxruntime/native/" + name)) {
      if (in == null) {
        throw new IOException("no " + name);
      }
      Files.copy(in, file);
    }
  }

  /** Removes the folder that its loader has made, although it needed none. */
  private static void removeTheirs() throws IOException {
    try {
      Field field = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("tempDirectory");
      field.setAccessible(true);
      if (field.get(null) instanceof Path theirs) {
        TemporaryFolder.of(theirs).close();
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.debug("ONNX Runtime leaves an empty folder", e);
    }
  }
}
