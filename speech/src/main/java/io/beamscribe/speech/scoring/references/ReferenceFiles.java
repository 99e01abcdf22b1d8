// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.scoring.references;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Reads references of any kind, by the extension of the file. Thread-safe. */
public final class ReferenceFiles {
  private ReferenceFiles() {}

  /** Whether a file of that name may be a reference. */
  public static boolean isReference(String name) {
    return kind(name).matches("tsv|txt|stm|textgrid|rttm|ctm");
  }

  /**
   * Reads a file. What cannot be read is told line by line.
   *
   * @param name of the file, or its address
   */
  public static References read(String name, byte[] content) {
    Optional<String> text = text(content);
    if (text.isEmpty()) {
      References.Builder all = new References.Builder();
      all.bad(1, "", "The file is not text in UTF-8 or UTF-16.");
      return all.build();
    }
    return switch (kind(name)) {
      case "stm" -> StmReader.read(text.get());
      case "rttm" -> RttmReader.read(text.get());
      case "ctm" -> CtmReader.references(text.get());
      case "textgrid" -> TextGridReader.read(base(name), text.get());
      default -> TsvReader.read(text.get());
    };
  }

  /** The text of a file in UTF-8, or in UTF-16 with a byte order mark; empty if it is neither. */
  public static Optional<String> text(byte[] content) {
    boolean wide =
        content.length >= 2
            && ((content[0] == (byte) 0xFE && content[1] == (byte) 0xFF)
                || (content[0] == (byte) 0xFF && content[1] == (byte) 0xFE));
    Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String kind(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** The name without folders and extension. */
  static String base(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }
}
