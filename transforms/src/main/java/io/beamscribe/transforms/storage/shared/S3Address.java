// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage.shared;

import java.net.URI;
import java.util.regex.Pattern;
import org.apache.beam.sdk.annotations.Internal;

/**
 * An address such as {@code s3a://bucket/key}, word for word: a key is any text, and neither
 * slashes, dots nor escapes mean anything in it.
 *
 * @param key empty for the bucket itself
 */
@Internal
public record S3Address(String bucket, String key) {
  private static final String SCHEME = "s3a://";

  /** What some store or other allows; Amazon allows no underscores. */
  private static final Pattern BUCKET = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]*");

  /** Stands for the buckets that cannot be the host of a URI: each request names its own. */
  private static final String ANY = "bucket-of-each-request";

  /** Whether an address is one. */
  public static boolean is(String address) {
    return address.startsWith(SCHEME);
  }

  /**
   * Splits an address.
   *
   * @throws IllegalArgumentException if it names no bucket; the message has no secrets
   */
  public static S3Address parse(String address) {
    String rest = address.substring(SCHEME.length());
    int slash = rest.indexOf('/');
    String bucket = slash < 0 ? rest : rest.substring(0, slash);
    if (rest.indexOf('@') >= 0 && !BUCKET.matcher(bucket).matches()) {
      throw new IllegalArgumentException(
          "keys are not read from addresses; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
    }
    if (!BUCKET.matcher(bucket).matches()) {
      throw new IllegalArgumentException("'" + bucket + "' is no name of a bucket");
    }
    return new S3Address(bucket, slash < 0 ? "" : rest.substring(slash + 1));
  }

  /** Whether Hadoop can write there: the bucket is the host of a URI. */
  public boolean isHost() {
    return store(bucket).getHost() != null;
  }

  /** The file system that reads it. */
  public URI store() {
    return isHost() ? store(bucket) : store(ANY);
  }

  private static URI store(String bucket) {
    return URI.create(SCHEME + bucket + "/");
  }

  S3Address withKey(String other) {
    return new S3Address(bucket, other);
  }

  @Override
  public String toString() {
    return SCHEME + bucket + "/" + key;
  }
}
