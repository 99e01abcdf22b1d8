// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage.shared;

import org.apache.beam.sdk.annotations.Internal;

/**
 * While open, threads started by this thread get the class loader of storage instead of the job's.
 * File systems keep threads for later work, perhaps for another job when the first one's classes
 * are gone. Open and close it on the same thread.
 */
@Internal
public final class StorageScope implements AutoCloseable {
  private final ClassLoader before;

  private StorageScope(ClassLoader before) {
    this.before = before;
  }

  /** Opens a scope; close nested scopes in reverse order. */
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
