// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition;

/** Where native code of engines runs: {@code --isolation}. */
public enum Isolation {
  /** In a supervised child process: a crash costs one file, never the worker. */
  PROCESS,
  /** In this JVM: a crash ends the worker. */
  NONE
}
