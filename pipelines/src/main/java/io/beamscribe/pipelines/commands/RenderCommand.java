// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.CommandInfo;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.TextChoice;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.rewrite.RenderOptions;
import io.beamscribe.pipelines.rewrite.Rewriting;
import io.beamscribe.pipelines.rewrite.StoredResult;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.text.forms.TextForms;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcription.RedactionSettings;
import java.util.List;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** {@code render}: converts existing transcripts to other formats. */
@Internal
public final class RenderCommand implements Command {
  @Override
  public CommandInfo info() {
    return CommandInfo.of(
        "render",
        "Converts existing transcripts to other formats, without audio or model.",
        RenderOptions.class,
        "render --input=out --formats=srt,vtt",
        "render --input=out --analytics=call --callRules=rules.yaml",
        "render --input='azure-results/*.json' --output=subtitles --formats=srt");
  }

  @Override
  public int run(PipelineOptions options, List<String> operands, Console console)
      throws UsageException, JobException {
    RenderOptions render = options.as(RenderOptions.class);
    Rewriting rewriting = Rewriting.open(render, render.getInput(), render.getFormats());
    RedactionSettings redaction = HelperModels.redaction(render.getRedact(), render, console);
    HelperModels.sentiment(render, rewriting, console);
    for (String input : rewriting.inputs().all()) {
      for (StoredResult result : rewriting.results(input)) {
        boolean inPlace = result.stem(render.getOutput()).equals(result.stem());
        if (inPlace && redaction != null) {
          throw new UsageException(
              "--redact leaves what is read as it is; choose another --output.");
        }
        if (inPlace && render.getFormats().contains("json")) {
          throw new UsageException(
              "--formats=json would write over what is read; choose another --output.");
        }
        rewriting.add(result);
      }
    }
    TextChoice.test(rewriting.text(), rewriting.locale());
    return RewriteConsole.run(
        rewriting,
        result -> TextForms.of(redacted(result.transcript(), redaction), rewriting.text()),
        "rendered as " + rewriting.formats(),
        console);
  }

  private static Transcript redacted(Transcript transcript, @Nullable RedactionSettings redaction)
      throws SpeechException {
    return redaction == null ? transcript : redaction.redact(transcript);
  }
}
