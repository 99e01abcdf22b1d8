// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.storage;

import io.beamscribe.pipelines.flags.UsageException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/**
 * How to reach s3a:// addresses.
 *
 * @param store provider of the store
 * @param endpoint empty for Amazon S3, where it depends on the region
 * @param region empty to detect it
 */
record Storage(ObjectStore store, Optional<URI> endpoint, Optional<String> region) {
  static final String SCHEME = "s3a://";

  /** Key that marks settings as made here: true if the user has given none. */
  static final String OURS = "beamscribe.storage";

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
      // reported below
    }
    throw new UsageException("--endpoint must be an address such as https://minio:9000.");
  }

  /**
   * The S3A settings. Beam does not load Hadoop's own defaults.
   *
   * @param bucket any of those in use: Beam takes the scheme from it
   */
  Configuration configuration(String bucket) {
    Configuration hadoop = new Configuration(false);
    hadoop.set("fs.defaultFS", SCHEME + bucket);
    hadoop.set("fs.s3a.impl", "org.apache.hadoop.fs.s3a.S3AFileSystem");
    hadoop.set("fs.file.impl", "org.apache.hadoop.fs.LocalFileSystem");
    // Expanded on each machine, and by user: another user could not write there.
    hadoop.set("hadoop.tmp.dir", "${java.io.tmpdir}/beamscribe-s3a-${user.name}");
    hadoop.set(
        "fs.s3a.aws.credentials.provider",
        store.credentials().stream()
            .map(each -> each.getClass().getName())
            .collect(Collectors.joining(",")));
    hadoop.set("fs.s3a.path.style.access", String.valueOf(store.pathStyle()));
    store.settings().forEach(hadoop::set);
    endpoint.ifPresent(uri -> hadoop.set("fs.s3a.endpoint", uri.toString()));
    endpoint.ifPresent(
        uri ->
            hadoop.set(
                "fs.s3a.connection.ssl.enabled", String.valueOf("https".equals(uri.getScheme()))));
    region.ifPresent(name -> hadoop.set("fs.s3a.endpoint.region", name));
    // Outputs are a few kilobytes: one PUT from memory, without a check before it.
    hadoop.set("fs.s3a.fast.upload.buffer", "array");
    // Each upload takes this much heap, however small it is: the minimum.
    hadoop.set("fs.s3a.multipart.size", "5M");
    hadoop.set("fs.s3a.performance.flags", "create,delete,mkdir");
    // A read fetches only what it asks for, not the rest of a long file.
    hadoop.set("fs.s3a.input.stream.type", "classic");
    hadoop.set("fs.s3a.experimental.input.fadvise", "random");
    hadoop.set("fs.s3a.readahead.range", "65536");
    hadoop.set("fs.s3a.connection.establish.timeout", "10s");
    hadoop.set("fs.s3a.connection.timeout", "60s");
    hadoop.set("fs.s3a.connection.maximum", "200");
    hadoop.set("fs.s3a.threads.max", "32");
    // Idle threads pin the class loader of the job that started them; keep them short-lived.
    hadoop.set("fs.s3a.threads.keepalivetime", "10s");
    // A store that fails a tenth of all requests costs time, not files.
    hadoop.set("fs.s3a.attempts.maximum", "5");
    hadoop.set("fs.s3a.retry.limit", "7");
    hadoop.set("fs.s3a.retry.interval", "300ms");
    hadoop.set("fs.s3a.retry.throttle.limit", "12");
    hadoop.set("fs.s3a.retry.throttle.interval", "300ms");
    return hadoop;
  }
}
