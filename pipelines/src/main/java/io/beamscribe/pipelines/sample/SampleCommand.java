// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.sample;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.CommandInfo;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.console.Table;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.Inputs;
import io.beamscribe.pipelines.inputs.Preflight;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.rewrite.StoredResult;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.text.Figures;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;

/** {@code sample}: draws what is worth most to be transcribed by hand. */
@Internal
public final class SampleCommand implements Command {
  @Override
  public CommandInfo info() {
    return CommandInfo.of(
        "sample",
        "Draws speech that is worth most to be transcribed by hand.",
        SampleOptions.class,
        "sample --input=out --count=20 --output=by-hand");
  }

  @Override
  public int run(PipelineOptions options, List<String> operands, Console console)
      throws UsageException, JobException {
    SampleOptions sample = options.as(SampleOptions.class);
    String output = sample.getOutput();
    Inputs inputs = StoredInputs.prepare(options, sample.getInput(), Stream.of(output));
    StorageSettings storage = StorageSettings.of(options);
    Sampling sampling =
        new Sampling(output, storage, failure -> console.err().println(Table.printable(failure)));
    try {
      Optional<String> existing = sampling.existing();
      if (existing.isPresent()) {
        throw new UsageException(
            "There is "
                + Addresses.withoutSecrets(existing.get())
                + " already, which may hold corrections; choose another --output.");
      }
      Preflight.requireWritable(output, storage);
      List<StoredResult> results = new ArrayList<>();
      for (String input : inputs.all()) {
        Preflight.requireNoSpecial(input);
        results.addAll(StoredResult.of(input, storage));
      }
      if (results.isEmpty()) {
        throw new UsageException(
            "There is no transcript in the input '" + inputs.all().get(0) + "'.");
      }
      return print(sampling.run(results, sample.getCount()), output, console);
    } catch (IOException e) {
      throw new JobException(
          "The sample at '" + Addresses.withoutSecrets(output) + "' cannot be written.", e);
    }
  }

  private static int print(Sampling.Done done, String output, Console console) {
    if (done.segments() == 0) {
      console.err().println("There is no segment of 2 to 15 s in the results; nothing is written.");
    } else {
      console
          .out()
          .printf(
              "%s (%s) at %s; correct the texts in correct.html or refs.tsv%n",
              Figures.count(done.segments(), "segment"), Figures.duration(done.seconds()), output);
    }
    return done.failed() == 0 && done.segments() > 0 ? ExitCode.DONE : ExitCode.FILES_FAILED;
  }
}
