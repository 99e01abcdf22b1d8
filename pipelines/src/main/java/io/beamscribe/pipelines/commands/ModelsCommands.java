// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.CommandGroup;
import io.beamscribe.pipelines.cli.CommandInfo.Operands;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.DownloadLine;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.console.Table;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.models.ModelSources;
import io.beamscribe.pipelines.models.ModelStoreOptions;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListing;
import io.beamscribe.speech.models.Verification;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.catalogue.CatalogueEntry;
import io.beamscribe.speech.models.store.ModelStore;
import io.beamscribe.speech.text.Words;
import io.beamscribe.transforms.models.ModelSource;
import java.util.List;
import java.util.Locale;

/** The {@code models} commands: the catalogue, and the models on this machine. */
final class ModelsCommands {
  private static final CommandGroup GROUP =
      new CommandGroup("models", "Lists, downloads and verifies models.");

  private static final SubCommands<ModelStoreOptions> MODELS =
      new SubCommands<>(GROUP, ModelStoreOptions.class);

  private ModelsCommands() {}

  static List<Command> all() {
    return List.of(
        MODELS.command(
            "list",
            "Lists the models of the catalogue, and which are on this machine.",
            Operands.NONE,
            "",
            on(ModelsCommands::list)),
        MODELS.command(
            "pull",
            "Downloads models to this machine.",
            Operands.atLeast(1, "ID...", "Ids from 'beamscribe models list'."),
            "vosk-small-ko",
            on(ModelsCommands::pull)),
        MODELS.command(
            "verify",
            "Verifies the checksums of the models on this machine.",
            Operands.atLeast(0, "[ID...]", "Models to verify; all if none are named."),
            "",
            on(ModelsCommands::verify)),
        MODELS.command(
            "path",
            "Prints the folder of a model.",
            new Operands("ID", "Id of a model on this machine.", 1, 1),
            "vosk-small-ko",
            on(ModelsCommands::path)),
        ModelsExport.of(GROUP));
  }

  /** The work of one command. */
  private interface StoreAction {
    int run(ModelStore store, Catalogue catalogue, List<String> ids, Console console)
        throws ModelException, UsageException;
  }

  private static SubCommands.Action<ModelStoreOptions> on(StoreAction action) {
    return (options, ids, console) -> {
      StoredInputs.reach(options, options.getCatalog(), options.getModelStore());
      try (DownloadLine line = new DownloadLine(console)) {
        ModelSource models = ModelSources.of(options, line);
        Catalogue catalogue = models.catalogue();
        return action.run(models.store(catalogue), catalogue, ids, console);
      } catch (ModelException e) {
        throw new JobException(e.getMessage(), e);
      }
    };
  }

  private static int list(ModelStore store, Catalogue catalogue, List<String> ids, Console console)
      throws ModelException {
    Table table = new Table().row("ID", "LOCALES", "SIZE", "HERE", "LICENCE", "ERROR RATE");
    store.list().forEach(model -> row(table, model));
    table.lines().forEach(console.out()::println);
    return ExitCode.DONE;
  }

  private static int pull(ModelStore store, Catalogue catalogue, List<String> ids, Console console)
      throws ModelException, UsageException {
    requireKnown(ids, catalogue);
    for (String id : ids) {
      Model model = store.pull(id);
      store.share(model);
      console.out().println(id + "  " + model.folder());
    }
    return ExitCode.DONE;
  }

  private static int verify(
      ModelStore store, Catalogue catalogue, List<String> ids, Console console)
      throws ModelException, UsageException {
    List<Verification> all = store.verify();
    List<String> stored = all.stream().map(Verification::id).toList();
    requireKnown(ids.stream().filter(id -> !stored.contains(id)).toList(), catalogue);
    List<Verification> asked =
        all.stream().filter(one -> ids.isEmpty() || ids.contains(one.id())).toList();
    for (Verification one : asked) {
      console.out().println(one.id() + "  " + (one.sound() ? "sound" : "damaged"));
      one.defects().forEach(defect -> console.out().println("  " + defect));
    }
    for (String id : ids) {
      if (!stored.contains(id)) {
        throw new ModelException(id + " is not on this machine.");
      }
    }
    return asked.stream().allMatch(Verification::sound) ? ExitCode.DONE : ExitCode.JOB_FAILED;
  }

  private static int path(ModelStore store, Catalogue catalogue, List<String> ids, Console console)
      throws ModelException, UsageException {
    requireKnown(ids, catalogue);
    console.out().println(store.path(ids.get(0)));
    return ExitCode.DONE;
  }

  private static void requireKnown(List<String> ids, Catalogue catalogue) throws UsageException {
    List<String> known = catalogue.entries().stream().map(CatalogueEntry::id).toList();
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new UsageException(
            Words.nearest(id, known)
                .map(near -> "No model is called '%s'; did you mean %s?".formatted(id, near))
                .orElse("No model is called '%s'; see models list.".formatted(id)));
      }
    }
  }

  private static void row(Table table, ModelListing model) {
    table.row(
        model.id(),
        Model.languages(model.locales()),
        String.format(Locale.ROOT, "%.0f MB", Math.max(1, model.size() / 1e6)),
        model.pulled() ? "yes" : "",
        model.licence().name() + (model.licence().restrictive() ? " (!)" : ""),
        model.errorRates().stream()
            .findFirst()
            .map(rate -> "%s %s %% (%s)".formatted(rate.metric(), rate.percent(), rate.test()))
            .orElse(""));
  }
}
