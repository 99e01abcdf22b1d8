package io.beamscribe.transforms.storage;

import java.util.List;
import org.apache.beam.sdk.io.FileSystem;
import org.apache.beam.sdk.io.FileSystemRegistrar;
import org.apache.beam.sdk.io.hdfs.HadoopFileSystemOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.hadoop.conf.Configuration;

/**
 * Learns how object storage is reached, in every process of a job, when Beam does. Registers no
 * file system: Beam's own for Hadoop stays the way for all that needs no more than it can.
 */
public final class StoreRegistrar implements FileSystemRegistrar {
  @Override
  public Iterable<FileSystem<?>> fromOptions(PipelineOptions options) {
    List<Configuration> configured =
        options.as(HadoopFileSystemOptions.class).getHdfsConfiguration();
    ObjectStorage.configure(configured == null || configured.isEmpty() ? null : configured.get(0));
    return List.of();
  }
}
