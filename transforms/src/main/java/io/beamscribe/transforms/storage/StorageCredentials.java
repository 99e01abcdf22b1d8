// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import java.util.Map;
import java.util.Optional;

/** Credentials of an object store. Immutable. {@code toString} shows none of them. */
public final class StorageCredentials {
  private final String accessKey;
  private final String secretKey;
  private final Optional<String> sessionToken;

  private StorageCredentials(String accessKey, String secretKey, Optional<String> sessionToken) {
    this.accessKey = accessKey;
    this.secretKey = secretKey;
    this.sessionToken = sessionToken;
  }

  /** Long-lived credentials. */
  public static StorageCredentials of(String accessKey, String secretKey) {
    return new StorageCredentials(accessKey, secretKey, Optional.empty());
  }

  /** Credentials of a session, which expire. */
  public static StorageCredentials ofSession(
      String accessKey, String secretKey, String sessionToken) {
    return new StorageCredentials(accessKey, secretKey, Optional.of(sessionToken));
  }

  public String accessKey() {
    return accessKey;
  }

  public String secretKey() {
    return secretKey;
  }

  /** Empty for long-lived credentials. */
  public Optional<String> sessionToken() {
    return sessionToken;
  }

  /** As settings of S3A. */
  Map<String, String> settings() {
    String providers = "org.apache.hadoop.fs.s3a.";
    return sessionToken
        .map(
            token ->
                Map.of(
                    "fs.s3a.aws.credentials.provider",
                    providers + "TemporaryAWSCredentialsProvider",
                    "fs.s3a.access.key",
                    accessKey,
                    "fs.s3a.secret.key",
                    secretKey,
                    "fs.s3a.session.token",
                    token))
        .orElseGet(
            () ->
                Map.of(
                    "fs.s3a.aws.credentials.provider",
                    providers + "SimpleAWSCredentialsProvider",
                    "fs.s3a.access.key",
                    accessKey,
                    "fs.s3a.secret.key",
                    secretKey));
  }

  @Override
  public String toString() {
    return "credentials";
  }
}
