// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.fetch;

import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.catalogue.ModelSource;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Downloads an archive or a file of a model. */
public interface ModelFetcher {
  boolean accepts(ModelSource.Single source);

  /**
   * Downloads a source, unchecked, into a folder of its own.
   *
   * @param folder empty, and deleted by the caller
   * @param limit bytes above which it cannot be the model
   * @param progress receives the number of bytes so far
   * @throws ModelException with a sentence without its full stop, to follow a colon
   */
  Path fetch(ModelSource.Single source, Path folder, long limit, LongConsumer progress)
      throws ModelException, InterruptedException;
}
