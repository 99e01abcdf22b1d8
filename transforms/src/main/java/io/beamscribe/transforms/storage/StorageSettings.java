// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.io.hdfs.HadoopFileSystemOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * How to reach object storage: endpoint, region and source of credentials. Serialised with the
 * transforms that read and write, so that jobs of one process may use different stores and
 * credentials at the same time. Immutable. {@link #toString} shows no values, since any may be a
 * secret.
 */
public final class StorageSettings implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No object storage: only local files, the web, and Beam's own file systems. */
  public static final StorageSettings NONE = new StorageSettings(Map.of(), null);

  private final Map<String, String> settings;
  private final @Nullable CredentialsSupplier credentials;

  /**
   * @param settings by Hadoop's names; without any, there is no object storage
   * @param credentials null if the settings say where they come from
   */
  private StorageSettings(Map<String, String> settings, @Nullable CredentialsSupplier credentials) {
    this.settings = Map.copyOf(settings);
    this.credentials = credentials;
  }

  /**
   * Settings of a job: the first Hadoop configuration in its options, with the credentials of
   * {@link CredentialsOptions}.
   */
  public static StorageSettings of(PipelineOptions options) {
    List<Configuration> all = options.as(HadoopFileSystemOptions.class).getHdfsConfiguration();
    return all == null || all.isEmpty()
        ? NONE
        : new StorageSettings(
            byName(all.get(0)), options.as(CredentialsOptions.class).getCredentialsSupplier());
  }

  /** Copies a Hadoop configuration; later changes to it have no effect. */
  public static StorageSettings of(Configuration configuration) {
    return new StorageSettings(byName(configuration), null);
  }

  private static Map<String, String> byName(Configuration configuration) {
    Map<String, String> settings = new HashMap<>();
    configuration.forEach(setting -> settings.put(setting.getKey(), setting.getValue()));
    return settings;
  }

  boolean isEmpty() {
    return settings.isEmpty();
  }

  /** By Hadoop's names, with the current credentials. */
  Map<String, String> byName() throws IOException {
    if (credentials == null) {
      return settings;
    }
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(credentials.get().settings());
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StorageSettings same
        && settings.equals(same.settings)
        && Objects.equals(credentials, same.credentials);
  }

  @Override
  public int hashCode() {
    return Objects.hash(settings, credentials);
  }

  @Override
  public String toString() {
    return isEmpty() ? "no object storage" : "object storage";
  }
}
