// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.storage;

import io.beamscribe.pipelines.flags.Flag;
import io.beamscribe.transforms.storage.CredentialsOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/**
 * How to reach s3a:// addresses. Credentials are not flags, since flags get logged and are sent
 * with a job: each machine finds its own in the environment, a profile or its role, unless a
 * program gives the job a supplier of credentials.
 */
public interface StorageOptions extends CredentialsOptions {
  @Flag(group = "Object storage", order = 40)
  @Description("Provider of the store behind s3a:// addresses; custom is any other that speaks S3.")
  @Default.Enum("AWS")
  ObjectStore getObjectStore();

  void setObjectStore(ObjectStore value);

  /** Null for the store's own. */
  @Flag(group = "Object storage", order = 41, label = "URL", defaultText = "the store's own")
  @Description("URL of the store, as in http://minio:9000.")
  String getEndpoint();

  void setEndpoint(String value);

  /** Null if it is detected or does not matter. */
  @Flag(group = "Object storage", order = 42, label = "REGION", defaultText = "detected")
  @Description("Region of the buckets.")
  String getRegion();

  void setRegion(String value);
}
