// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage.shared;

import org.apache.beam.sdk.annotations.Internal;

/**
 * For as long as it is open, threads that begin by what this thread does have the class loader of
 * storage as theirs, and not the job's. File systems keep threads for what they do later, maybe for
 * another job, when the first one's classes are gone. For the thread that opened it.
 */
@Internal
public final class StorageScope implements AutoCloseable {
  private final ClassLoader before;

  private StorageScope(ClassLoader before) {
    this.before = before;
  }

  /** Begins; ended by closing, in the reverse order where there are several. */
  public static StorageScope open() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(StorageScope.class.getClassLoader());
    return new StorageScope(before);
  }

  @Override
  public void close() {
    Thread.currentThread().setContextClassLoader(before);
  }
}
