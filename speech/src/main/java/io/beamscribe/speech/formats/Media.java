// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.formats;

import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.http.LocalAddress;
import io.beamscribe.speech.transcript.Texts;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.util.Locale;
import java.util.Map;

/** The audio of a transcript as other programs find it. */
public final class Media {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("wav", "audio/x-wav"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("flac", "audio/flac"),
          Map.entry("ogg", "audio/ogg"),
          Map.entry("opus", "audio/ogg"),
          Map.entry("m4a", "audio/mp4"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("mkv", "video/x-matroska"),
          Map.entry("webm", "video/webm"));

  private Media() {}

  /**
   * The address of a source as a link: a URI as it is, a path as one, with its odd letters escaped.
   */
  public static String address(String source) {
    if (source.matches("(?i)[a-z][a-z0-9+.-]+:/.*")) {
      return source;
    }
    try {
      return source.startsWith("/")
          ? new URI("file", "", source, null).toASCIIString()
          : new URI(null, null, "./" + source, null).toASCIIString();
    } catch (URISyntaxException e) {
      return "";
    }
  }

  /** The address of a source as a link that leads there from every folder. */
  public static String link(String source) {
    if (source.isEmpty() || !Addresses.isLocal(source) || Addresses.hasScheme(source)) {
      return address(source);
    }
    try {
      return address(LocalAddress.path(source).toAbsolutePath().toString());
    } catch (InvalidPathException e) {
      return "";
    }
  }

  /** Its type, by its extension. */
  static String type(String source) {
    String extension = source.substring(source.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(extension, "unknown");
  }

  /** The name of the audio, without its folders. */
  static String name(String source) {
    return Texts.oneLine(source.substring(source.lastIndexOf('/') + 1));
  }

  /** A time for people: minutes and seconds, and hours if there are any. */
  static String clock(long milliseconds) {
    long seconds = milliseconds / 1000;
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
