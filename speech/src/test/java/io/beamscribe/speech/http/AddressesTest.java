// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
  @ParameterizedTest
  @CsvSource({
    "http://u:p@ss@host/a.wav, http://host/a.wav",
    "https://u:p@@@host:8443/a@b.wav?sig=s#t, https://host:8443/a@b.wav",
    "s3a://KEY:SECRET@bucket/a.wav, s3a://bucket/a.wav",
    "https://host/a.wav?X-Amz-Signature=s, https://host/a.wav",
    "s3a://bucket/me@home/a.wav, s3a://bucket/me@home/a.wav",
    "calls/a@b.wav, calls/a@b.wav",
    "s3a://KEY:SEC/RET@bucket/a.wav, s3a://bucket/a.wav",
    "http://u:p/a?s@host/a.wav, http://host/a.wav",
    "s3a://bucket/a?b#c.wav, s3a://bucket/a?b#c.wav",
    "abfs://box@host/a.wav?sig=s, abfs://box@host/a.wav",
  })
  void nothingSecretIsLeft(String address, String shown) {
    assertThat(Addresses.withoutSecrets(address)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "GET http://u:p@host/a.wav?sig=s failed, GET http://host/a.wav failed",
    "x-amz-signature=abc&sig=s is wrong, x-amz-signature=...&sig=... is wrong",
    "no address at all, no address at all",
  })
  void nothingSecretIsLeftInAText(String text, String shown) {
    assertThat(Addresses.withoutSecretsIn(text)).isEqualTo(shown);
  }

  @Test
  void labelsTellFilesApartThatAQuerySelects() {
    String one = Addresses.label("https://host/get?id=1");
    assertThat(one).startsWith("https://host/get?").doesNotContain("id=1");
    assertThat(Addresses.label("https://host/get?id=2")).isNotEqualTo(one);
    assertThat(Addresses.label("https://u:p@host/get?id=1&sv=1&sig=s&se=t")).isEqualTo(one);
    assertThat(Addresses.label("https://host/get?sv=1&sig=s")).isEqualTo("https://host/get");
  }

  @Test
  void namesOfObjectsAndOnTheWebMayBeEmpty() {
    assertThat(Addresses.names("s3a://b/x//y.wav")).containsExactly("s3a", "b", "x", "", "y.wav");
    assertThat(Addresses.names("https://host/x//")).containsExactly("host", "x", "", "");
    assertThat(Addresses.names("/x//y.wav")).containsExactly("x", "y.wav");
  }
}
