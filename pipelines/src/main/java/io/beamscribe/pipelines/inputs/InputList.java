// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.inputs;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.http.LocalAddress;
import io.beamscribe.speech.recognition.LikelyLocale;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.speech.transcription.FileChoice;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads manifests: an address a line, or a table. It is a table if its first line has several cells
 * with tabs between, of which the first says that addresses stand there: names of files may have
 * spaces and tabs. Not thread-safe.
 */
final class InputList {
  private static final Set<String> ADDRESS = Set.of("path", "address", "input");
  private static final String LOCALE = "locale";
  private static final String PHRASES = "phrases";
  private static final String SPEAKERS = "speakers";

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private static final FileChoice NOTHING = new FileChoice(null, List.of(), null);

  private final List<String> addresses = new ArrayList<>();
  private final Map<String, FileChoice> choices = new LinkedHashMap<>();

  /** The addresses, in order. */
  List<String> addresses() {
    return addresses;
  }

  /** What tables say of them besides, by address. */
  Map<String, FileChoice> choices() {
    choices.values().removeIf(NOTHING::equals);
    return choices;
  }

  /**
   * Reads a manifest.
   *
   * @param name its address, for messages
   */
  void add(String name, byte[] content) throws UsageException {
    List<String> lines = new String(content, StandardCharsets.ISO_8859_1).lines().toList();
    List<String> columns = List.of();
    boolean first = true;
    for (int i = 0; i < lines.size(); i++) {
      String line = text(lines.get(i));
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = Stream.of(lines.get(i).split("\t", -1)).map(InputList::text).toList();
      if (first && cells.size() > 1 && ADDRESS.contains(cells.get(0))) {
        columns = columns(name, cells);
      } else if (columns.isEmpty()) {
        addresses.add(line);
      } else {
        addRow(new Row(name, i + 1, columns, cells));
      }
      first = false;
    }
  }

  /** A line or part of it, read as one byte a character. */
  static String text(String line) {
    byte[] bytes = line.strip().getBytes(StandardCharsets.ISO_8859_1);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).strip();
    } catch (CharacterCodingException e) {
      return LocalAddress.ofBytes(bytes);
    }
  }

  private static List<String> columns(String name, List<String> cells) throws UsageException {
    List<String> others = cells.subList(1, cells.size());
    for (String column : others) {
      if (!Set.of(LOCALE, PHRASES, SPEAKERS).contains(column)
          || others.indexOf(column) != others.lastIndexOf(column)) {
        throw new UsageException(
            "The list %s has the column '%s'%s; it may have locale, phrases and speakers."
                .formatted(
                    Addresses.withoutSecrets(name),
                    column,
                    others.indexOf(column) == others.lastIndexOf(column) ? "" : " twice"));
      }
    }
    return cells;
  }

  private void addRow(Row row) throws UsageException {
    String address = row.address();
    addresses.add(address);
    FileChoice choice = new FileChoice(row.locale(), row.phrases(), row.speakers());
    FileChoice before = choices.put(address, choice);
    if (before != null && !before.equals(choice)) {
      throw row.wrong("names a file for the second time, with other columns");
    }
  }

  /** One line of a table. */
  private record Row(String list, int number, List<String> columns, List<String> cells) {
    String address() throws UsageException {
      if (cells.get(0).isEmpty()) {
        throw wrong("has no address");
      }
      if (cells.size() > columns.size()) {
        throw wrong("has more columns than the first line names");
      }
      return cells.get(0);
    }

    @Nullable String locale() throws UsageException {
      String text = cell(LOCALE);
      if (text.isEmpty()) {
        return null;
      }
      String tag = Locale.forLanguageTag(text.replace('_', '-')).toLanguageTag();
      if (tag.equals("und") || tag.equals("auto")) {
        throw wrong("must have a locale such as ko-KR, or none, not '" + text + "'");
      }
      return LikelyLocale.of(tag);
    }

    List<String> phrases() {
      return Stream.of(cell(PHRASES).split(";"))
          .map(String::strip)
          .filter(phrase -> !phrase.isEmpty())
          .toList();
    }

    @Nullable Integer speakers() throws UsageException {
      String text = cell(SPEAKERS);
      if (text.isEmpty()) {
        return null;
      }
      int number = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
      if (number < 1 || number > SpeakerOptions.MOST) {
        throw wrong(
            String.format(
                Locale.ROOT,
                "must have a number of speakers from 1 to %d, or none, not '%s'",
                SpeakerOptions.MOST,
                text));
      }
      return number;
    }

    private String cell(String column) {
      int place = columns.indexOf(column);
      return place < 0 || place >= cells.size() ? "" : cells.get(place);
    }

    UsageException wrong(String what) {
      return new UsageException(
          String.format(
              Locale.ROOT,
              "Line %d of the list %s %s.",
              number,
              Addresses.withoutSecrets(list),
              what));
    }
  }
}
