// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.console.Table;
import io.beamscribe.pipelines.rewrite.Rewriting;
import io.beamscribe.speech.text.Figures;

/** Rewrites results and prints how many were written and why others failed. */
final class RewriteConsole {
  private RewriteConsole() {}

  /**
   * Writes all results and prints a summary.
   *
   * @param done words printed after the number of transcripts written
   * @return the exit code
   */
  static int run(Rewriting rewriting, Rewriting.Change change, String done, Console console) {
    Rewriting.Written written =
        rewriting.run(change, failure -> console.err().println(Table.printable(failure)));
    console
        .out()
        .printf(
            "%s %s%s%n",
            Figures.count(written.done(), "transcript"),
            done,
            written.failed() == 0 ? "" : ", " + written.failed() + " failed");
    return written.failed() == 0 ? ExitCode.DONE : ExitCode.FILES_FAILED;
  }
}
