// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** Lists what a glob matches, as a process of its own on the class path of the runnable jar. */
final class Listing {
  private Listing() {}

  public static void main(String[] globs) throws Exception {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    for (var found : FileSystems.match(globs[0]).metadata()) {
      System.out.println(found.resourceId().getFilename());
    }
  }
}
