// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.adapt.PackageOutput;
import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.CommandGroup;
import io.beamscribe.pipelines.cli.CommandInfo.Operands;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.DownloadLine;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.models.ExportOptions;
import io.beamscribe.pipelines.models.ModelSources;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.catalogue.ModelRole;
import io.beamscribe.speech.models.store.ModelStore;
import io.beamscribe.transforms.models.ModelSource;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code models export}: what a machine needs that can fetch nothing. */
final class ModelsExport {
  private static final List<ModelRole> HELPERS =
      List.of(ModelRole.DETECTOR, ModelRole.SEGMENTATION, ModelRole.EMBEDDING);

  private ModelsExport() {}

  static Command of(CommandGroup group) {
    return new SubCommands<>(group, ExportOptions.class)
        .command(
            "export",
            "Copies models, with those that every run needs, for a machine without network.",
            Operands.atLeast(1, "MODEL...", "Ids, custom models, folders or archives."),
            "vosk-small-ko my-model --output=models.zip",
            ModelsExport::run);
  }

  private static int run(ExportOptions options, List<String> names, Console console)
      throws UsageException, JobException {
    StoredInputs.reach(options, options.getCatalog(), options.getModelStore());
    try (PackageOutput output = new PackageOutput(options, "--output", options.getOutput());
        DownloadLine line = new DownloadLine(console)) {
      ModelSource models = ModelSources.of(options, line);
      Catalogue catalogue = models.catalogue();
      ModelStore store = models.store(catalogue);
      Map<String, Model> all = new LinkedHashMap<>();
      for (String name : names) {
        StoredInputs.reach(options, name);
        Model model = store.resolve(name, locale(name, catalogue));
        all.put(model.id(), model);
      }
      for (ModelRole role : options.isOnly() ? List.<ModelRole>of() : HELPERS) {
        Model model = models.helper(catalogue, role);
        all.put(model.id(), model);
      }
      for (Model model : all.values()) {
        store.export(model, output.folder());
        console.out().println(model.id());
      }
      output.publish();
      console.out().println("Unpack or copy it there, and set BEAMSCRIBE_MODELS to the folder.");
      return ExitCode.DONE;
    } catch (ModelException e) {
      throw new JobException(e.getMessage(), e);
    } catch (IOException e) {
      throw new JobException("The models cannot be written: " + e.getMessage() + ".", e);
    }
  }

  /** A model of the catalogue is asked for in its own language. */
  private static String locale(String name, Catalogue catalogue) {
    return catalogue
        .find(name)
        .filter(entry -> !entry.locales().isEmpty())
        .map(entry -> entry.locales().get(0))
        .orElse("und");
  }
}
