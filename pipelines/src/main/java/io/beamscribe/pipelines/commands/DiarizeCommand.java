// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.CommandInfo;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.Table;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.pipelines.inputs.TextChoice;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.options.SpeakersOptions;
import io.beamscribe.pipelines.rewrite.DiarizeOptions;
import io.beamscribe.pipelines.rewrite.Rewriting;
import io.beamscribe.pipelines.rewrite.StoredResult;
import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.speakers.KeptVoices;
import io.beamscribe.speech.speakers.KnownVoices;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.speech.text.Figures;
import io.beamscribe.speech.text.forms.TextForms;
import io.beamscribe.speech.transcript.Transcript;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/**
 * {@code diarize}: re-runs diarization of finished results from saved embeddings. Takes about a
 * second per hour of audio.
 */
@Internal
public final class DiarizeCommand implements Command {
  @Override
  public CommandInfo info() {
    return CommandInfo.of(
        "diarize",
        "Re-runs diarization from saved embeddings; needs no audio or model.",
        DiarizeOptions.class,
        "diarize --input=out --minSpeakers=2 --maxSpeakers=2 --formats=json,txt,rttm");
  }

  @Override
  public int run(PipelineOptions options, List<String> operands, Console console)
      throws UsageException, JobException {
    DiarizeOptions diarize = options.as(DiarizeOptions.class);
    SpeakerOptions speakers = SpeakersOptions.speakers(diarize);
    Rewriting rewriting = Rewriting.open(diarize, diarize.getInput(), diarize.getFormats());
    HelperModels.sentiment(diarize, rewriting, console);
    StoredInputs.reach(diarize, diarize.getVoices());
    KnownVoices known = SpeakersOptions.known(diarize);
    List<StoredResult> without = new ArrayList<>();
    for (String input : rewriting.inputs().all()) {
      List<StoredResult> stored = rewriting.results(input);
      List<StoredResult> results = withVoices(input, stored);
      stored.stream().filter(result -> !results.contains(result)).forEach(without::add);
      if (results.isEmpty()) {
        throw new UsageException(
            "There are no saved embeddings in '" + input + "'; transcribe with --keepEmbeddings.");
      }
      for (StoredResult result : results) {
        rewriting.add(result);
      }
    }
    TextChoice.test(rewriting.text(), rewriting.locale());
    if (!without.isEmpty()) {
      String first = Table.printable(without.get(0).address());
      console
          .err()
          .println(
              without.size() == 1
                  ? first + " stays as it is: it has no saved embeddings."
                  : Figures.count(without.size(), "transcript")
                      + " stay as they are, the first of them "
                      + first
                      + ": they have no saved embeddings.");
    }
    return RewriteConsole.run(
        rewriting,
        // Phrases are cut where speakers change, and the parts are sentences of their own.
        result -> TextForms.of(transcript(result, speakers, known), rewriting.text()),
        "diarized again",
        console);
  }

  private static List<StoredResult> withVoices(String input, List<StoredResult> stored)
      throws JobException {
    List<StoredResult> results = new ArrayList<>();
    for (StoredResult result : stored) {
      try {
        if (result.hasVoices()) {
          results.add(result);
        }
      } catch (IOException e) {
        throw new JobException("The input '" + input + "' cannot be listed.", e);
      }
    }
    return results;
  }

  private static Transcript transcript(
      StoredResult result, SpeakerOptions speakers, @Nullable KnownVoices known)
      throws SpeechException, IOException {
    Transcript before = result.transcript();
    if (before.provenance() == null) {
      throw new IOException("not a result of Beamscribe");
    }
    KeptVoices kept = result.keptVoices();
    if (known != null && kept.model() != null && known.ofOtherModel(kept.model()).isPresent()) {
      throw new SpeechException(
          ErrorKind.INVALID_AUDIO,
          "Its embeddings were made by another model than the known voices.");
    }
    return kept.speakers(before, speakers, known);
  }
}
