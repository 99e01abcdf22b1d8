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
 * How object storage is reached: endpoint, region, and where credentials come from. Travels with
 * what reads and writes, so that jobs of one process may use different stores and credentials at
 * the same time. Immutable. Its text shows no value, of which any may be a secret.
 */
public final class StorageSettings implements Serializable {
  private static final long serialVersionUID = 1L;

  /** For files of this machine and of the web, and what Beam's own file systems know. */
  public static final StorageSettings NONE = new StorageSettings(Map.of());

  private final Map<String, String> settings;

  /**
   * @param settings by Hadoop's names; without any, there is no object storage
   */
  private StorageSettings(Map<String, String> settings) {
    this.settings = Map.copyOf(settings);
  }

  /** Those of a job: the first configuration that its options have for Hadoop. */
  public static StorageSettings of(PipelineOptions options) {
    List<Configuration> all = options.as(HadoopFileSystemOptions.class).getHdfsConfiguration();
    return all == null || all.isEmpty() ? NONE : of(all.get(0));
  }

  /** Those of a configuration of Hadoop, of which later changes are not seen. */
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
