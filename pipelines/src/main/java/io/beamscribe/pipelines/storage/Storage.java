package io.beamscribe.pipelines.storage;

import io.beamscribe.pipelines.flags.UsageException;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.io.hdfs.HadoopFileSystemOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.hadoop.conf.Configuration;

/**
 * How s3a:// addresses are reached.
 *
 * @param store whose it is
 * @param endpoint where it is; empty for Amazon's, which depends on the region
 * @param region empty where it is found out
 */
@Internal
public record Storage(ObjectStore store, Optional<URI> endpoint, Optional<String> region) {
  private static final String SCHEME = "s3a://";

  /** Marks settings as made here. */
  private static final String OURS = "beamscribe.storage";

  /**
   * Makes s3a:// addresses work for this process and for the workers of its jobs, where any of the
   * addresses is one, and sees whether their buckets can be had.
   *
   * @throws UsageException with what is wrong, in one sentence, after ten seconds at the latest
   */
  public static void prepare(PipelineOptions options, Collection<String> addresses)
      throws UsageException {
    Storage storage = of(options.as(StorageOptions.class));
    TreeSet<String> buckets = new TreeSet<>();
    for (String address : addresses) {
      if (address.toLowerCase(Locale.ROOT).matches("s3n?://.*")) {
        throw new UsageException(
            "Object storage is addressed as s3a://BUCKET/PATH, not '" + address + "'.");
      }
      if (address.startsWith(SCHEME)) {
        buckets.add(bucket(address));
      }
    }
    if (!buckets.isEmpty() && storage.configure(options, buckets.first())) {
      new StorageCheck(storage).check(buckets);
    }
  }

  /** As {@link #prepare}, but what cannot be had is for the job to report. */
  public static void prepareUnchecked(PipelineOptions options, Collection<String> addresses)
      throws UsageException {
    for (String address : addresses) {
      if (address.startsWith(SCHEME)) {
        of(options.as(StorageOptions.class)).configure(options, bucket(address));
        return;
      }
    }
  }

  /** Whether the store is reached by these settings, and not by others of the user's own. */
  private boolean configure(PipelineOptions options, String bucket) {
    HadoopFileSystemOptions hadoop = options.as(HadoopFileSystemOptions.class);
    List<Configuration> configured = hadoop.getHdfsConfiguration();
    if (configured == null || configured.isEmpty()) {
      hadoop.setHdfsConfiguration(List.of(configuration(bucket)));
      return true;
    }
    return configured.get(0).get(OURS) != null;
  }

  private static String bucket(String address) throws UsageException {
    String bucket = address.substring(SCHEME.length()).replaceFirst("/.*$", "");
    if (bucket.isEmpty() || bucket.matches(".*[*?\\[{].*")) {
      throw new UsageException("The address '" + address + "' names no bucket.");
    }
    return bucket;
  }

  static Storage of(StorageOptions options) throws UsageException {
    ObjectStore store = options.getObjectStore();
    Optional<String> given = Optional.ofNullable(options.getEndpoint()).filter(e -> !e.isBlank());
    Optional<String> endpoint = given.or(store::endpoint);
    if (endpoint.isEmpty() && store != ObjectStore.AWS) {
      throw new UsageException(
          "--objectStore=%s needs --endpoint, as in --endpoint=http://minio:9000."
              .formatted(store.name().toLowerCase(Locale.ROOT)));
    }
    return new Storage(
        store,
        endpoint.isPresent() ? Optional.of(uri(endpoint.get())) : Optional.empty(),
        Optional.ofNullable(options.getRegion())
            .filter(region -> !region.isBlank())
            .or(store::region)
            .or(() -> endpoint.isPresent() ? Optional.of("us-east-1") : Optional.empty()));
  }

  private static URI uri(String endpoint) throws UsageException {
    try {
      URI uri = URI.create(endpoint.contains("://") ? endpoint : "https://" + endpoint);
      if (uri.getHost() != null && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new UsageException("--endpoint must be an address such as https://minio:9000.");
  }

  /**
   * The settings of S3A. Beam loads none of Hadoop's own defaults.
   *
   * @param bucket any of those in use: Beam takes the scheme from it
   */
  Configuration configuration(String bucket) {
    Configuration hadoop = new Configuration(false);
    hadoop.set(OURS, "true");
    hadoop.set("fs.defaultFS", SCHEME + bucket);
    hadoop.set("fs.s3a.impl", "org.apache.hadoop.fs.s3a.S3AFileSystem");
    hadoop.set("fs.file.impl", "org.apache.hadoop.fs.LocalFileSystem");
    hadoop.set("hadoop.tmp.dir", "/tmp/beamscribe-s3a");
    hadoop.set(
        "fs.s3a.aws.credentials.provider",
        "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider");
    hadoop.set("fs.s3a.path.style.access", String.valueOf(store.pathStyle()));
    store.settings().forEach(hadoop::set);
    endpoint.ifPresent(uri -> hadoop.set("fs.s3a.endpoint", uri.toString()));
    endpoint.ifPresent(
        uri ->
            hadoop.set(
                "fs.s3a.connection.ssl.enabled", String.valueOf("https".equals(uri.getScheme()))));
    region.ifPresent(name -> hadoop.set("fs.s3a.endpoint.region", name));
    // An output is some kilobytes: one PUT out of memory, after no question.
    hadoop.set("fs.s3a.fast.upload.buffer", "array");
    // So much heap is taken for each, however small: the least there may be.
    hadoop.set("fs.s3a.multipart.size", "5M");
    hadoop.set("fs.s3a.performance.flags", "create,delete,mkdir");
    // A read brings what it asks for, and leaves the rest of a long file where it is.
    hadoop.set("fs.s3a.input.stream.type", "classic");
    hadoop.set("fs.s3a.experimental.input.fadvise", "random");
    hadoop.set("fs.s3a.readahead.range", "65536");
    hadoop.set("fs.s3a.connection.establish.timeout", "10s");
    hadoop.set("fs.s3a.connection.timeout", "60s");
    hadoop.set("fs.s3a.connection.maximum", "200");
    hadoop.set("fs.s3a.threads.max", "32");
    // A thread has in it what began it: the sooner it ends, the sooner a job's classes go.
    hadoop.set("fs.s3a.threads.keepalivetime", "10s");
    // A store that loses a tenth of all requests costs time, not files.
    hadoop.set("fs.s3a.attempts.maximum", "5");
    hadoop.set("fs.s3a.retry.limit", "7");
    hadoop.set("fs.s3a.retry.interval", "300ms");
    hadoop.set("fs.s3a.retry.throttle.limit", "12");
    hadoop.set("fs.s3a.retry.throttle.interval", "300ms");
    return hadoop;
  }
}
