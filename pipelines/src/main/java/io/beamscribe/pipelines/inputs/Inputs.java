// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.inputs;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.http.LocalAddress;
import io.beamscribe.speech.http.TooLargeException;
import io.beamscribe.speech.transcription.FileChoice;
import io.beamscribe.transforms.listing.Globs;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.beam.sdk.annotations.Internal;

/**
 * The parsed values of {@code --input}: split at commas, with manifests read.
 *
 * @param given files, folders and patterns named on the command line itself
 * @param listed those named in manifests
 * @param choices what manifests say of these besides, by address
 */
@Internal
public record Inputs(List<String> given, List<String> listed, Map<String, FileChoice> choices) {
  public Inputs {
    given = List.copyOf(given);
    listed = List.copyOf(listed);
    choices = Map.copyOf(choices);
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
   * Parses the values. A comma is part of a name if a file named like the whole value exists, part
   * of a pattern if it is between braces, and part of an address if what follows names nothing.
   *
   * @param values as given on the command line
   * @param storage how to reach manifests
   */
  static Inputs of(List<String> values, StorageSettings storage) throws UsageException {
    List<String> given = new ArrayList<>();
    InputList listed = new InputList();
    for (String value : values) {
      for (String part : LocalAddress.exists(value) ? List.of(value) : parts(value)) {
        if (part.startsWith("@") && !LocalAddress.exists(part)) {
          listed.add(part.substring(1), read(part.substring(1), storage));
        } else if (!part.isBlank()) {
          given.add(part);
        }
      }
    }
    if (given.isEmpty() && listed.addresses().isEmpty()) {
      throw new UsageException("--input names nothing.");
    }
    return new Inputs(given, listed.addresses(), listed.choices());
  }

  /**
   * Splits a value at its commas, except those between braces. What is after a comma may also
   * belong to an address: it does where it names nothing itself.
   */
  static List<String> parts(String value) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == ',' && depth <= 0) {
        add(parts, value.substring(start, i));
        start = i + 1;
      }
    }
    add(parts, value.substring(start));
    return parts;
  }

  private static void add(List<String> parts, String part) {
    int last = parts.size() - 1;
    if (last >= 0 && Addresses.hasScheme(parts.get(last)) && namesNothing(part.strip())) {
      parts.set(last, parts.get(last) + "," + part.stripTrailing());
    } else {
      parts.add(part.strip());
    }
  }

  /** Whether a part is neither an address nor a path nor a pattern nor a local file. */
  private static boolean namesNothing(String part) {
    return !part.isEmpty()
        && !Addresses.hasScheme(part)
        && Addresses.isLocal(part)
        && !Globs.isPattern(part)
        && !part.matches("(?s)(?:[@/~]|[.]{1,2}/).*")
        && !LocalAddress.exists(part);
  }

  /**
   * The lines of a file, without blank lines and lines that begin with #. One that is not UTF-8 is
   * the name of a local file in another encoding, and becomes a file URI.
   */
  static List<String> lines(String address, StorageSettings storage) throws UsageException {
    return new String(read(address, storage), StandardCharsets.ISO_8859_1)
        .lines()
        .map(InputList::text)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  private static byte[] read(String address, StorageSettings storage) throws UsageException {
    try {
      byte[] bytes =
          new AtomicFiles(storage)
              .read(address)
              .orElseThrow(() -> new FileNotFoundException(address));
      for (byte each : bytes) {
        if (each == 0) {
          throw new UsageException(
              "The list " + Addresses.withoutSecrets(address) + " is not text in UTF-8.");
        }
      }
      return bytes;
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException(
          "The list "
              + Addresses.withoutSecrets(address)
              + " cannot be read"
              + TooLargeException.reason(e)
              + ".",
          e);
    }
  }
}
