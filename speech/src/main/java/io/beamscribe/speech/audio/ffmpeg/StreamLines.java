// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.ffmpeg;

import io.beamscribe.speech.audio.AudioStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines in which ffmpeg describes the streams of a file. Not thread-safe. */
final class StreamLines {
  private static final int MAX_STREAMS = 200;

  private static final Pattern STREAM =
      Pattern.compile(
          "\\[info\\]   Stream #0:(\\d{1,6})(?:\\[0x[0-9a-f]+\\])?(?:\\(([^()]*)\\))?:"
              + " (Audio|Video): (.*)");
  private static final Pattern CODEC = Pattern.compile("(\\w+).*");
  private static final Pattern SOUND = Pattern.compile(".*?, (\\d{1,9}) Hz(?:, ([^,]+))?.*");
  private static final List<String> COMMENTS =
      List.of(" (comment)", " (visual impaired)", " (descriptions)");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*");

  /** By the index of the stream: TS lists them program by program. */
  private final Map<Integer, AudioStream> audio = new TreeMap<>();

  private boolean video;

  void take(String line) {
    Matcher stream = STREAM.matcher(line);
    if (!stream.matches()) {
      return;
    }
    String rest = stream.group(4);
    if (stream.group(3).equals("Video")) {
      video |= !rest.contains("(attached pic)");
    } else if (audio.size() < MAX_STREAMS) {
      audio.putIfAbsent(Integer.valueOf(stream.group(1)), audio(stream.group(2), rest));
    }
  }

  private static AudioStream audio(@Nullable String language, String rest) {
    Matcher codec = CODEC.matcher(rest);
    Matcher sound = SOUND.matcher(rest);
    boolean known = sound.matches();
    boolean named =
        language != null && LANGUAGE.matcher(language).matches() && !language.equals("und");
    return new AudioStream(
        0,
        named ? language : null,
        rest.contains(" (default)"),
        COMMENTS.stream().anyMatch(rest::contains),
        codec.matches() && !codec.group(1).equals("none") ? codec.group(1) : null,
        known ? Integer.parseInt(sound.group(1)) : 0,
        known && sound.group(2) != null ? sound.group(2).replaceAll(" \\(default\\).*", "") : "");
  }

  /** The audio streams, numbered from 1 by their index. */
  List<AudioStream> audio() {
    List<AudioStream> numbered = new ArrayList<>();
    for (AudioStream stream : audio.values()) {
      numbered.add(stream.withNumber(numbered.size() + 1));
    }
    return numbered;
  }

  boolean hasVideo() {
    return video;
  }
}
