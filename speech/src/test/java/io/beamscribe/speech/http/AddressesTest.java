// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.http;

import static org.assertj.core.api.Assertions.assertThat;

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
  })
  void nothingSecretIsLeft(String address, String shown) {
    assertThat(Addresses.withoutSecrets(address)).isEqualTo(shown);
  }
}
