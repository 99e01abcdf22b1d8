// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.storage;

import io.beamscribe.pipelines.flags.UsageException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.io.hdfs.HadoopFileSystemOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.hadoop.conf.Configuration;

/** Puts into the options of a job how its s3a:// addresses are reached. */
@Internal
public final class StorageSetup {
  private StorageSetup() {}

  /**
   * Makes s3a:// addresses work for this process and for the workers of its jobs, where any of the
   * addresses is one, and sees whether their buckets can be had.
   *
   * @throws UsageException with what is wrong, in one sentence, after ten seconds at the latest
   */
  public static void prepare(PipelineOptions options, Collection<String> addresses)
      throws UsageException {
    Storage storage = Storage.of(options.as(StorageOptions.class));
    TreeSet<String> buckets = new TreeSet<>();
    for (String address : addresses) {
      if (address.toLowerCase(Locale.ROOT).matches("s3n?://.*")) {
        throw new UsageException(
            "Object storage is addressed as s3a://BUCKET/PATH, not '" + address + "'.");
      }
      if (address.startsWith(Storage.SCHEME)) {
        buckets.add(bucket(address));
      }
    }
    if (!buckets.isEmpty() && configure(storage, options, buckets.first())) {
      new StorageCheck(storage).check(buckets);
    }
  }

  /** As {@link #prepare}, but what cannot be had is for the job to report. */
  public static void prepareUnchecked(PipelineOptions options, Collection<String> addresses)
      throws UsageException {
    for (String address : addresses) {
      if (address.startsWith(Storage.SCHEME)) {
        configure(Storage.of(options.as(StorageOptions.class)), options, bucket(address));
        return;
      }
    }
  }

  /** Whether the store is reached by these settings, and not by others of the user's own. */
  private static boolean configure(Storage storage, PipelineOptions options, String bucket) {
    HadoopFileSystemOptions hadoop = options.as(HadoopFileSystemOptions.class);
    List<Configuration> configured = hadoop.getHdfsConfiguration();
    if (configured == null || configured.isEmpty()) {
      hadoop.setHdfsConfiguration(List.of(storage.configuration(bucket)));
      return true;
    }
    return configured.get(0).get(Storage.OURS) != null;
  }

  private static String bucket(String address) throws UsageException {
    String bucket = address.substring(Storage.SCHEME.length()).replaceFirst("/.*$", "");
    if (bucket.isEmpty() || bucket.matches(".*[*?\\[{].*")) {
      throw new UsageException("The address '" + address + "' names no bucket.");
    }
    return bucket;
  }
}
