// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.inputs;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.speech.http.LocalAddress;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.annotations.Internal;

/**
 * The parsed values of {@code --input}: split at commas, with manifests read.
 *
 * @param given files, folders and patterns named on the command line itself
 * @param listed those named in manifests
 */
@Internal
public record Inputs(List<String> given, List<String> listed) {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  public Inputs {
    given = List.copyOf(given);
    listed = List.copyOf(listed);
  }

  /** All inputs, each once, in the order of the command line. */
  public List<String> all() {
    return Stream.concat(given.stream(), listed.stream()).distinct().toList();
  }

  /**
   * The addresses of the manifests among the values, whose storage must be set up before they are
   * read.
   */
  static List<String> manifests(List<String> values) {
    return values.stream()
        .flatMap(value -> parts(value).stream())
        .filter(part -> part.startsWith("@"))
        .map(part -> part.substring(1))
        .toList();
  }

  /**
   * Parses the values. A comma is part of a name if a file named like the whole value exists, and
   * part of a pattern if it is between braces.
   *
   * @param values as given on the command line
   * @param storage how to reach manifests
   */
  static Inputs of(List<String> values, StorageSettings storage) throws UsageException {
    List<String> given = new ArrayList<>();
    List<String> listed = new ArrayList<>();
    for (String value : values) {
      for (String part : LocalAddress.exists(value) ? List.of(value) : parts(value)) {
        if (part.startsWith("@") && !LocalAddress.exists(part)) {
          listed.addAll(lines(part.substring(1), storage));
        } else if (!part.isBlank()) {
          given.add(part);
        }
      }
    }
    if (given.isEmpty() && listed.isEmpty()) {
      throw new UsageException("--input names nothing.");
    }
    return new Inputs(given, listed);
  }

  private static List<String> parts(String value) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == ',' && depth <= 0) {
        parts.add(value.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(value.substring(start).strip());
    return parts;
  }

  /**
   * The lines of a file, without blank lines and lines that begin with #. One that is not UTF-8 is
   * the name of a local file in another encoding, and becomes a file URI.
   */
  static List<String> lines(String address, StorageSettings storage) throws UsageException {
    List<String> lines = new ArrayList<>();
    byte[] bytes = read(address, storage);
    int start = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length || bytes[i] == '\n') {
        String line = line(Arrays.copyOfRange(bytes, start, i)).strip();
        if (!line.isEmpty() && !line.startsWith("#")) {
          lines.add(line);
        }
        start = i + 1;
      }
    }
    return lines;
  }

  private static String line(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      String name = new String(bytes, StandardCharsets.ISO_8859_1).strip();
      return LocalAddress.ofBytes(name.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static byte[] read(String address, StorageSettings storage) throws UsageException {
    try {
      byte[] bytes =
          new AtomicFiles(storage)
              .read(address)
              .orElseThrow(() -> new FileNotFoundException(address));
      for (byte each : bytes) {
        if (each == 0) {
          throw new UsageException("The list " + address + " is not text in UTF-8.");
        }
      }
      return bytes;
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException("The list " + address + " cannot be read.", e);
    }
  }
}
