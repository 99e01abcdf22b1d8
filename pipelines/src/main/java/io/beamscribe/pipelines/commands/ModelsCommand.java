package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.console.Table;
import io.beamscribe.pipelines.console.Words;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.models.DownloadLine;
import io.beamscribe.pipelines.models.ModelStoreOptions;
import io.beamscribe.pipelines.models.ModelStores;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListing;
import io.beamscribe.speech.models.Verification;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.catalogue.CatalogueEntry;
import io.beamscribe.speech.models.store.ModelStore;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.options.PipelineOptions;

/** The commands that begin with {@code models}: what there is, and what is on this machine. */
public enum ModelsCommand implements Command {
  LIST("Lists the models of the catalogue, and which are on this machine.", Operands.NONE, "") {
    @Override
    int run(ModelStore store, Catalogue catalogue, List<String> ids, Console console)
        throws ModelException {
      Table table = new Table().row("ID", "LOCALES", "SIZE", "HERE", "LICENCE", "ERROR RATE");
      store.list().forEach(model -> row(table, model));
      table.lines().forEach(console.out()::println);
      return ExitCode.DONE;
    }
  },
  PULL("Fetches models.", new Operands("ID...", 1, Integer.MAX_VALUE), " vosk-small-ko") {
    @Override
    int run(ModelStore store, Catalogue catalogue, List<String> ids, Console console)
        throws ModelException, UsageException {
      requireKnown(ids, catalogue);
      for (String id : ids) {
        Model model = store.pull(id);
        store.share(model);
        console.out().println(id + "  " + model.folder());
      }
      return ExitCode.DONE;
    }
  },
  VERIFY("Checks every byte of the models on this machine.", new Operands("[ID...]", 0, 99), "") {
    @Override
    int run(ModelStore store, Catalogue catalogue, List<String> ids, Console console)
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
  },
  PATH("Says in which folder a model is.", new Operands("ID", 1, 1), " vosk-small-ko") {
    @Override
    int run(ModelStore store, Catalogue catalogue, List<String> ids, Console console)
        throws ModelException, UsageException {
      requireKnown(ids, catalogue);
      console.out().println(store.path(ids.get(0)));
      return ExitCode.DONE;
    }
  };

  private final String summary;

  @SuppressWarnings("ImmutableEnumChecker") // a record of a text and two numbers
  private final Operands operands;

  private final String example;

  ModelsCommand(String summary, Operands operands, String example) {
    this.summary = summary;
    this.operands = operands;
    this.example = example;
  }

  abstract int run(ModelStore store, Catalogue catalogue, List<String> ids, Console console)
      throws ModelException, UsageException;

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public Class<ModelStoreOptions> options() {
    return ModelStoreOptions.class;
  }

  @Override
  public Operands operands() {
    return operands;
  }

  @Override
  public List<String> examples() {
    return List.of(words() + example);
  }

  @Override
  public String words() {
    return "models " + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public int run(PipelineOptions options, List<String> ids, Console console)
      throws UsageException, JobException {
    DownloadLine line = new DownloadLine(console);
    try {
      ModelStoreOptions stores = options.as(ModelStoreOptions.class);
      StoredInputs.reach(stores, stores.getCatalog(), stores.getModelStore());
      Catalogue catalogue = ModelStores.catalogue(stores);
      return run(ModelStores.of(stores, catalogue, line), catalogue, ids, console);
    } catch (ModelException e) {
      throw new JobException(e.getMessage(), e);
    } finally {
      line.end();
    }
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
        Model.heard(model.locales()),
        String.format(Locale.ROOT, "%.0f MB", Math.max(1, model.size() / 1e6)),
        model.pulled() ? "yes" : "",
        model.licence().name() + (model.licence().restrictive() ? " (!)" : ""),
        model.errorRates().stream()
            .findFirst()
            .map(rate -> "%s %s %% (%s)".formatted(rate.metric(), rate.percent(), rate.test()))
            .orElse(""));
  }
}
