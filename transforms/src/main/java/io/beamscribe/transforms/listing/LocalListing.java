// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioNames;
import io.beamscribe.speech.audio.LocalVersion;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.http.LocalAddress;
import io.beamscribe.transforms.values.Failures;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Lists local files. Unlike Beam's match it reports what it cannot read and what only has the name
 * of audio, and leaves out hidden files as well as pipes and devices, which would block on opening.
 */
final class LocalListing extends SimpleFileVisitor<Path> {
  private final Path start;
  private final List<PathMatcher> matchers;
  private final @Nullable Path output;
  private final List<Found> files = new ArrayList<>();
  private final Map<String, SpeechException> unreadable = new LinkedHashMap<>();
  private long ignored;

  private LocalListing(Path start, List<PathMatcher> matchers, @Nullable String output) {
    this.start = start;
    this.matchers = matchers;
    this.output = output == null ? null : Path.of(output);
  }

  static Findings find(InputPattern input, @Nullable String output) throws SpeechException {
    String text = Addresses.localPath(input.text());
    if (input.kind() == InputPattern.Kind.FILE) {
      return file(LocalAddress.path(input.text()));
    }
    boolean folder = input.kind() == InputPattern.Kind.FOLDER;
    Path start = folder ? LocalAddress.path(input.text()) : Path.of(input.fixedFolder());
    if (!Files.isDirectory(start)) {
      throw new SpeechException(ErrorKind.INVALID_URI, "There is no folder " + start + ".");
    }
    LocalListing listing = new LocalListing(start, folder ? List.of() : matchers(text), output);
    try {
      Files.walkFileTree(
          start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, listing);
    } catch (IOException e) {
      throw Failures.reading(e);
    }
    return new Findings(listing.files, listing.unreadable, listing.ignored);
  }

  private static Findings file(Path path) throws SpeechException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        throw notRegular(ErrorKind.INVALID_URI);
      }
      return new Findings(List.of(found(path, attributes, true)), Map.of(), 0);
    } catch (IOException e) {
      throw Failures.reading(e);
    }
  }

  private static SpeechException notRegular(ErrorKind kind) {
    return new SpeechException(kind, "This is not a regular file.");
  }

  private static List<PathMatcher> matchers(String pattern) throws SpeechException {
    String normal = pattern.startsWith("./") ? pattern.substring(2) : pattern;
    try {
      return Globs.matchers(normal);
    } catch (PatternSyntaxException e) {
      throw new SpeechException(
          ErrorKind.INVALID_URI, "This is not a pattern: " + e.getDescription() + ".", e);
    }
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    boolean left = !folder.equals(start) && isHidden(folder) || isOutput(folder);
    return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (!matches(file)) {
      return FileVisitResult.CONTINUE;
    }
    boolean special = !attributes.isRegularFile() && !attributes.isSymbolicLink();
    if (isHidden(file) || special && !AudioNames.isAudioName(file.toString())) {
      ignored++;
    } else if (special) {
      unreadable.put(identity(file), notRegular(ErrorKind.UNSUPPORTED_AUDIO));
    } else if (attributes
        .isSymbolicLink()) { // still a link after following: its target does not exist
      unreadable.put(
          identity(file), new SpeechException(ErrorKind.INVALID_URI, "The link leads to nothing."));
    } else {
      try {
        files.add(found(file, attributes, false));
      } catch (IOException e) {
        return visitFileFailed(file, e);
      }
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    if (!(e instanceof FileSystemLoopException)) { // the target of a loop is listed already
      unreadable.put(identity(file), Failures.reading(e));
    }
    return FileVisitResult.CONTINUE;
  }

  private boolean matches(Path file) {
    Path plain = file.startsWith(".") ? Path.of(".").relativize(file) : file;
    return matchers.isEmpty() || matchers.stream().anyMatch(matcher -> matcher.matches(plain));
  }

  private boolean isOutput(Path folder) {
    return output != null && folder.toAbsolutePath().normalize().equals(output);
  }

  private static boolean isHidden(Path path) {
    return path.getFileName() != null && path.getFileName().toString().startsWith(".");
  }

  private static String identity(Path path) {
    return LocalAddress.of(path.toAbsolutePath().normalize());
  }

  private static Found found(Path path, BasicFileAttributes file, boolean named)
      throws IOException {
    return new Found(
        LocalAddress.of(path), identity(path), file.size(), LocalVersion.of(path, file), named);
  }
}
