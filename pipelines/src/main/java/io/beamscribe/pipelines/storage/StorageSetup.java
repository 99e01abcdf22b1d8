// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.storage;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.speech.http.Addresses;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.io.hdfs.HadoopFileSystemOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.hadoop.conf.Configuration;

/** Configures access to object storage in the options of a job. */
@Internal
public final class StorageSetup {
  private static final Pattern MISSPELLED = Pattern.compile("^(?!s3a:)(?i)s3[an]?://");

  private StorageSetup() {}

  /**
   * Sets up object storage for the job with these options, if any of the addresses is s3a://, and
   * checks access to their buckets.
   *
   * @throws UsageException that says in one sentence what is wrong
   * @throws JobException if the store has not answered for some seconds
   */
  public static void prepare(PipelineOptions options, Collection<String> addresses)
      throws UsageException, JobException {
    Storage storage = Storage.of(options.as(StorageOptions.class));
    TreeSet<String> buckets = new TreeSet<>();
    for (String address : addresses) {
      if (MISSPELLED.matcher(address).find()) {
        throw new UsageException(
            "Object storage is addressed as s3a://BUCKET/PATH, not '"
                + Addresses.withoutSecrets(address)
                + "'.");
      }
      if (address.startsWith(Storage.SCHEME)) {
        buckets.add(bucket(address));
      }
    }
    if (!buckets.isEmpty() && configure(storage, options, buckets.first())) {
      new StorageCheck(storage, options.as(StorageOptions.class).getCredentialsSupplier())
          .check(buckets);
    }
  }

  /**
   * As {@link #prepare}, without checking access: the job reports what it cannot reach, and what
   * names nothing.
   */
  public static void prepareUnchecked(PipelineOptions options, Collection<String> addresses)
      throws UsageException {
    Storage storage = Storage.of(options.as(StorageOptions.class));
    for (String address : addresses) {
      if (address.startsWith(Storage.SCHEME) && configures(storage, options, address)) {
        return;
      }
    }
  }

  private static boolean configures(Storage storage, PipelineOptions options, String address) {
    try {
      configure(storage, options, bucket(address));
      return true;
    } catch (UsageException e) {
      return false; // another address may name a bucket
    }
  }

  /**
   * Lays the settings of the user over ours.
   *
   * @return whether there are none of the user, so that we know how the store is reached
   */
  private static boolean configure(Storage storage, PipelineOptions options, String bucket) {
    HadoopFileSystemOptions hadoop = options.as(HadoopFileSystemOptions.class);
    List<Configuration> configured = hadoop.getHdfsConfiguration();
    boolean given = configured != null && !configured.isEmpty();
    if (given && configured.get(0).get(Storage.OURS) != null) {
      return configured.get(0).getBoolean(Storage.OURS, false);
    }
    Configuration all = storage.configuration(bucket);
    all.setBoolean(Storage.OURS, !given);
    if (given) {
      configured.get(0).forEach(setting -> all.set(setting.getKey(), setting.getValue()));
    }
    hadoop.setHdfsConfiguration(List.of(all));
    return !given;
  }

  private static String bucket(String address) throws UsageException {
    String bucket = address.substring(Storage.SCHEME.length()).replaceFirst("(?s)/.*$", "");
    if (bucket.matches("(?s).*[@:].*")) { // a secret with a slash ends behind the bucket
      throw new UsageException(
          "Keys are not read from addresses: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");
    }
    if (bucket.isEmpty() || bucket.matches(".*[*?\\[{].*")) {
      throw new UsageException("The address '" + address + "' names no bucket.");
    }
    return bucket;
  }
}
