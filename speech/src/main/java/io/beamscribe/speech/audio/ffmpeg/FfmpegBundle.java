// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.ffmpeg;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.temporary.CacheFolder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The ffmpeg program that comes as a jar on the class path, unpacked once for all processes of a
 * machine into {@code $BEAMSCRIBE_CACHE} (default {@code ~/.cache/beamscribe}).
 */
final class FfmpegBundle {
  private static final String FOLDER = "org/bytedeco/ffmpeg/linux-x86_64/";

  /** Libraries that it links to but never calls, with the symbol versions it requires of them. */
  private static final Map<String, String[]> STUBS =
      Map.of(
          "libasound.so.2", new String[] {"ALSA_0.9", "ALSA_0.9.0rc4"},
          "libpulse.so.0", new String[] {"PULSE_0"},
          "libxcb.so.1", new String[0],
          "libxcb-shm.so.0", new String[0]);

  private static final String NEW = "ffmpeg-new-";

  private FfmpegBundle() {}

  /** The folder with the unpacked program; empty if none is bundled for this kind of machine. */
  static Optional<Path> unpack() throws IOException {
    boolean here =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
            && List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
    URL program = FfmpegBundle.class.getClassLoader().getResource(FOLDER + "ffmpeg");
    if (!here || program == null) {
      return Optional.empty();
    }
    return Optional.of(unpack(program, CacheFolder.find()));
  }

  private static Path unpack(URL program, Path cache) throws IOException {
    if (!(program.openConnection() instanceof JarURLConnection connection)) {
      throw new FileNotFoundException("it is not in a jar");
    }
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      return unpack(jar, cache);
    }
  }

  /** Unpacks into a folder named after the content, unless it is there already. */
  static synchronized Path unpack(JarFile jar, Path cache) throws IOException {
    Map<String, Long> sizes = sizes(jar);
    Path folder = cache.resolve("ffmpeg-" + Integer.toHexString(sizes.hashCode()));
    if (isWhole(folder, sizes)) {
      return folder;
    }
    Files.createDirectories(cache);
    try (FileChannel lock = open(cache.resolve("ffmpeg.lock"));
        FileLock held = lock.lock()) {
      if (held.isValid() && !isWhole(folder, sizes)) {
        deleteLeft(cache);
        Path fresh = Files.createTempDirectory(cache, NEW);
        fill(fresh, jar, sizes);
        delete(folder);
        move(fresh, folder);
      }
    }
    return folder;
  }

  private static FileChannel open(Path lock) throws IOException {
    return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** The entries to unpack: the program and its libraries, without those made for Java. */
  private static Map<String, Long> sizes(JarFile jar) {
    Map<String, Long> sizes = new TreeMap<>();
    jar.stream()
        .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(FOLDER))
        .forEach(entry -> sizes.put(entry.getName().substring(FOLDER.length()), entry.getSize()));
    sizes.keySet().removeIf(name -> name.contains("/") || name.startsWith("libjni"));
    STUBS.forEach((name, versions) -> sizes.put(name, (long) stub(name).length));
    return sizes;
  }

  private static byte[] stub(String name) {
    return StubLibrary.of(name, requireNonNull(STUBS.get(name)));
  }

  private static boolean isWhole(Path folder, Map<String, Long> sizes) {
    return sizes.entrySet().stream()
        .allMatch(file -> folder.resolve(file.getKey()).toFile().length() == file.getValue());
  }

  private static void fill(Path folder, JarFile jar, Map<String, Long> sizes) throws IOException {
    for (String name : sizes.keySet()) {
      Path file = folder.resolve(name);
      if (STUBS.containsKey(name)) {
        Files.write(file, stub(name));
      } else {
        try (InputStream in = jar.getInputStream(jar.getEntry(FOLDER + name))) {
          Files.copy(in, file);
        }
      }
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      delete(from); // another process without working locks was faster, with the same content
    }
  }

  /** Deletes what killed processes have left; whoever unpacks holds the lock. */
  private static void deleteLeft(Path cache) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(cache, NEW + "*")) {
      for (Path folder : left) {
        delete(folder);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
