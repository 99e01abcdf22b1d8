// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {
  @ParameterizedTest
  @CsvSource({
    "file:///x/a%20b.wav, /x/a b.wav",
    "file:/x/a%20b.wav, /x/a b.wav",
    "file://localhost/x/a.wav, /x/a.wav",
    "file:///localhost/a.wav, /localhost/a.wav",
    "FILE:///x/a.wav, /x/a.wav",
    "file:///x/a+b.wav, /x/a+b.wav",
    "file:///x/a b.wav, /x/a b.wav",
    "file:///x/100%25.wav, /x/100%.wav",
    "file:///x/100%.wav, /x/100%.wav",
    "file:///x/a%2520b.wav, /x/a%20b.wav",
    "file:///x/%E4%BD%A0%F0%9F%98%80.wav, /x/你😀.wav",
    "file:///x/你.wav, /x/你.wav",
    "file:///x/a%23b%3Fc.wav, /x/a#b?c.wav",
    "file:///x%20y/z/, /x y/z/",
    "file:///, /"
  })
  void aUriIsReadAsSuch(String uri, String path) {
    assertThat(Addresses.isLocal(uri)).isTrue();
    assertThat(Addresses.localPath(uri)).isEqualTo(path);
    assertThat(LocalAddress.path(uri)).isEqualTo(Path.of(path));
    assertThat(String.join("/", Addresses.names(uri)))
        .isEqualTo(path.replaceFirst("^/", "").replaceFirst("/$", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/x/a%20b.wav", "a%20b.wav", "x/100%.wav", "file%3A/a.wav", "/x/\ufffd"})
  void aPathStaysAsItIs(String path) {
    assertThat(Addresses.localPath(path)).isEqualTo(path);
    assertThat(LocalAddress.path(path)).isEqualTo(Path.of(path));
    assertThat(LocalAddress.of(Path.of(path))).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///x/caf%E9.wav",
        "file:///x%20y/d%E9r/%FF%FE",
        "file:///x/%E9%25.wav",
        "file:///%E4%BD%A0/%E4%BD.wav"
      })
  void aNameThatIsNotTextIsWrittenAsAUri(String uri) {
    Path path = LocalAddress.path(uri);
    assertThat(path).isEqualTo(Path.of(URI.create(uri)));
    assertThat(LocalAddress.of(path)).isEqualTo(uri);
  }

  @Test
  void whereANameIsNotTextOthersMayBeTypedAsTheyAre() {
    assertThat(LocalAddress.path("file:///a b/100%/你/caf%E9é.wav"))
        .isEqualTo(Path.of(URI.create("file:///a%20b/100%25/%E4%BD%A0/caf%E9%C3%A9.wav")));
  }

  @Test
  void whatIsNoNameIsRefused() {
    assertThatThrownBy(() -> LocalAddress.path("file:///x/%00.wav"))
        .isInstanceOf(InvalidPathException.class);
  }
}
