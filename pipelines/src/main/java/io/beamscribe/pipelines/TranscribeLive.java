// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines;

import io.beamscribe.pipelines.commands.Commands;

/** Main class of the streaming job that recognises speech in a topic while it is spoken. */
public final class TranscribeLive {
  private TranscribeLive() {}

  /** Runs {@code beamscribe listen} with these flags, as {@link TranscribeStream#main} does. */
  public static void main(String[] args) {
    JobMain.run(Commands.listen(), args);
  }
}
