// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A style or script that is written into a page, which then loads nothing. Immutable.
 *
 * @param text as it stands between the tags, without spaces around it
 */
public record PagePart(String text) {
  /**
   * A resource of the class path.
   *
   * @param beside class in whose package it is
   */
  public static PagePart of(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the class path");
      }
      return new PagePart(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As content policies name a script or style that they admit. */
  public String hash() {
    return "sha256-" + Base64.getEncoder().encodeToString(DigestUtils.sha256(text));
  }

  /** JSON as it may stand within a script element, whatever texts are in it. */
  public static String data(String json) {
    return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }
}
