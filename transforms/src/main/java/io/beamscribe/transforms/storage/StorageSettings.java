// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.io.hdfs.HadoopFileSystemOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.hadoop.conf.Configuration;

/**
 * How to reach object storage: endpoint, region and source of credentials. Serialised with the
 * transforms that read and write, so that jobs of one process may use different stores and
 * credentials at the same time. Immutable. {@link #toString} shows no values, since any may be a
 * secret.
 */
public final class StorageSettings implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No object storage: only local files, the web, and Beam's own file systems. */
  public static final StorageSettings NONE = new StorageSettings(Map.of());

  private final Map<String, String> settings;

  /**
   * @param settings by Hadoop's names; without any, there is no object storage
   */
  private StorageSettings(Map<String, String> settings) {
    this.settings = Map.copyOf(settings);
  }

  /** Settings of a job: the first Hadoop configuration in its options. */
  public static StorageSettings of(PipelineOptions options) {
    List<Configuration> all = options.as(HadoopFileSystemOptions.class).getHdfsConfiguration();
    return all == null || all.isEmpty() ? NONE : of(all.get(0));
  }

  /** Copies a Hadoop configuration; later changes to it have no effect. */
  public static StorageSettings of(Configuration configuration) {
    Map<String, String> settings = new HashMap<>();
    configuration.forEach(setting -> settings.put(setting.getKey(), setting.getValue()));
    return new StorageSettings(settings);
  }

  boolean isEmpty() {
    return settings.isEmpty();
  }

  /** By Hadoop's names. */
  Map<String, String> byName() {
    return settings;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StorageSettings same && settings.equals(same.settings);
  }

  @Override
  public int hashCode() {
    return Objects.hash(settings);
  }

  @Override
  public String toString() {
    return isEmpty() ? "no object storage" : "object storage";
  }
}
