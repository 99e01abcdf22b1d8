// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

class ObjectStoreTest {
  /** The chain of the SDK ends with a request to 169.254.169.254. */
  @Test
  void onlyForAmazonIsTheHostOfTheMachineAsked() {
    List<ObjectStore> asking =
        Arrays.stream(ObjectStore.values())
            .filter(
                store ->
                    store.credentials().stream()
                        .anyMatch(each -> each instanceof DefaultCredentialsProvider))
            .toList();
    assertThat(asking).containsExactly(ObjectStore.AWS);
  }
}
