// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.beam.sdk.annotations.Internal;

/** By what a table may be divided into folders. */
@Internal
public enum PartitionField {
  DATE,
  LOCALE;

  String value(TranscriptKey key) {
    return this == DATE ? key.date() : key.locale();
  }

  String column() {
    return this == DATE ? "date" : "locale";
  }

  /** The folder below a table's, as Hive names it, ending with a slash; empty without fields. */
  static String folder(List<PartitionField> fields, TranscriptKey key) {
    return fields.stream()
        .map(field -> field.column() + "=" + escaped(field.value(key)) + "/")
        .collect(Collectors.joining());
  }

  private static String escaped(String value) {
    return value
        .codePoints()
        .mapToObj(
            letter ->
                letter < 128 && (Character.isLetterOrDigit(letter) || "._,-".indexOf(letter) >= 0)
                    ? Character.toString(letter)
                    : String.format(Locale.ROOT, "%%%02X", letter))
        .collect(Collectors.joining());
  }
}
