// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** A plain file on this machine. Size and version are those at construction. */
public final class LocalAudioSource implements AudioSource {
  private final Path path;
  private final String name;
  private final long size;
  private final String identity;

  /**
   * @throws IOException if the file does not exist or may not be read
   */
  public LocalAudioSource(Path path) throws IOException {
    this(path, path.toString());
  }

  /**
   * @param name what sentences call it, for those who do not know its path
   * @throws IOException if the file does not exist or may not be read
   */
  public LocalAudioSource(Path path, String name) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    this.path = path;
    this.name = name;
    this.size = attributes.size();
    this.identity =
        String.join(
            "|", path.toAbsolutePath().toString(), "" + size, LocalVersion.of(path, attributes));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String identity() {
    return identity;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public SeekableByteChannel open() throws IOException {
    return Files.newByteChannel(path);
  }

  @Override
  public Optional<Path> localPath() {
    return Optional.of(path);
  }
}
