// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;

/** Stores with an S3 interface, and what is particular to each. */
public enum ObjectStore {
  /** Amazon S3. */
  AWS(null, null),

  /** Google Cloud Storage by its XML interface, with HMAC keys. */
  GCS("https://storage.googleapis.com", "external"),

  /** MinIO. */
  MINIO(null, "us-east-1"),

  /** Any other: Ceph, Cloudflare R2 and so on. */
  CUSTOM(null, "external");

  private final @Nullable String endpoint;
  private final @Nullable String region;

  ObjectStore(@Nullable String endpoint, @Nullable String region) {
    this.endpoint = endpoint;
    this.region = region;
  }

  /** The endpoint, if it is fixed. */
  Optional<String> endpoint() {
    return Optional.ofNullable(endpoint);
  }

  /** The region to sign requests for, if the store ignores it. */
  Optional<String> region() {
    return Optional.ofNullable(region);
  }

  /** Whether the bucket is part of the path and not of the host name. */
  boolean pathStyle() {
    return this != AWS;
  }

  /**
   * What looks for credentials, in order. Only for Amazon does the machine's own host get asked for
   * a role (169.254.169.254): elsewhere its answer would not help, and nobody is asked.
   */
  List<AwsCredentialsProvider> credentials() {
    return this == AWS
        ? List.of(DefaultCredentialsProvider.builder().build())
        : List.of(
            SystemPropertyCredentialsProvider.create(),
            EnvironmentVariableCredentialsProvider.create(),
            ProfileCredentialsProvider.create());
  }

  /** S3A settings for features that the store lacks. */
  Map<String, String> settings() {
    return switch (this) {
      case AWS, MINIO -> Map.of();
      case CUSTOM -> Map.of("fs.s3a.create.conditional.enabled", "false");
      case GCS ->
          Map.of(
              "fs.s3a.list.version", "1",
              "fs.s3a.multiobjectdelete.enable", "false",
              "fs.s3a.create.conditional.enabled", "false");
    };
  }
}
