// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.CommandInfo;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.console.Table;
import io.beamscribe.pipelines.export.ExportOptions;
import io.beamscribe.pipelines.export.PartitionField;
import io.beamscribe.pipelines.export.TableExport;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.Inputs;
import io.beamscribe.pipelines.inputs.Preflight;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.rewrite.StoredResult;
import io.beamscribe.speech.text.Figures;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;

/** {@code export}: writes results as tables. */
@Internal
public final class ExportCommand implements Command {
  @Override
  public CommandInfo info() {
    return CommandInfo.of(
        "export",
        "Writes transcripts as tables: files, phrases, words and failures.",
        ExportOptions.class,
        "export --input=out --to=parquet",
        "export --input=out --output=s3a://lake/calls --to=parquet --partitionBy=date,locale");
  }

  @Override
  public int run(PipelineOptions options, List<String> operands, Console console)
      throws UsageException, JobException {
    ExportOptions export = options.as(ExportOptions.class);
    Inputs inputs =
        StoredInputs.prepare(options, export.getInput(), Stream.ofNullable(export.getOutput()));
    StorageSettings storage = StorageSettings.of(options);
    String first = inputs.all().get(0).replaceFirst("/$", "");
    if (export.getOutput() == null && (inputs.all().size() > 1 || first.endsWith(".json"))) {
      throw new UsageException("--output says where the tables of several inputs go.");
    }
    String output = export.getOutput() == null ? first + "/tables" : export.getOutput();
    Preflight.requireWritable(output, storage);
    List<StoredResult> results = new ArrayList<>();
    for (String input : inputs.all()) {
      Preflight.requireNoSpecial(input);
      results.addAll(StoredResult.of(input, storage));
    }
    if (results.isEmpty()) {
      throw new UsageException("There is no transcript in the input '" + first + "'.");
    }
    return run(export, results, first, output, new AtomicFiles(storage), console);
  }

  private static int run(
      ExportOptions export,
      List<StoredResult> results,
      String input,
      String output,
      AtomicFiles files,
      Console console)
      throws UsageException, JobException {
    List<PartitionField> fields =
        Optional.ofNullable(export.getPartitionBy()).orElse(List.of()).stream()
            .map(name -> PartitionField.valueOf(name.toUpperCase(Locale.ROOT)))
            .toList();
    try {
      TableExport.Done done =
          new TableExport(
                  export.getTo(),
                  fields,
                  output,
                  files,
                  failure -> console.err().println(Table.printable(failure)))
              .run(results, Optional.of(input + "/report.json"));
      console
          .out()
          .printf(
              "%s in tables at %s%s, %s changed%n",
              Figures.count(done.results(), "transcript"),
              output,
              done.failed() == 0 ? "" : ", " + done.failed() + " failed",
              Figures.count(done.changed(), "file"));
      return done.failed() == 0 ? ExitCode.DONE : ExitCode.FILES_FAILED;
    } catch (NoClassDefFoundError e) {
      throw new UsageException("This build of Beamscribe has no Parquet; use bin/beamscribe.", e);
    } catch (IOException e) {
      throw new JobException("The tables at '" + output + "' cannot be written.", e);
    }
  }
}
