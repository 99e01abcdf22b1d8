// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.adapt.AdaptOptions;
import io.beamscribe.pipelines.adapt.HeldOutTrial;
import io.beamscribe.pipelines.adapt.LocalCopies;
import io.beamscribe.pipelines.adapt.PackageOutput;
import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.CommandInfo;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.DownloadLine;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.models.ModelSources;
import io.beamscribe.speech.adaptation.Adaptation;
import io.beamscribe.speech.adaptation.AdaptationData;
import io.beamscribe.speech.adaptation.AdaptationOptions;
import io.beamscribe.speech.adaptation.HeldOutErrors;
import io.beamscribe.speech.adaptation.ModelCard;
import io.beamscribe.speech.datasets.DatasetReport;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.languagemodel.UnsayableWord;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.catalogue.CatalogueEntry;
import io.beamscribe.speech.models.store.ModelStore;
import io.beamscribe.speech.text.Figures;
import io.beamscribe.transforms.models.ModelSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;

/** {@code adapt}: makes a custom model of a base model and a user's text. */
@Internal
public final class AdaptCommand implements Command {
  private static final int SHOWN = 20;
  private static final String UNKNOWN = "und";

  @Override
  public CommandInfo info() {
    return CommandInfo.of(
        "adapt",
        "Makes a custom model: a Vosk or Whisper model adapted to your text.",
        AdaptOptions.class,
        "adapt --base=vosk-small-ko --text=related.txt --output=my-model",
        "transcribe --model=my-model --locale=ko-KR --input=calls --output=out");
  }

  @Override
  public int run(PipelineOptions options, List<String> operands, Console console)
      throws UsageException, JobException {
    AdaptOptions adapt = options.as(AdaptOptions.class);
    if (adapt.getText() == null
        && adapt.getStructuredText() == null
        && adapt.getAcoustic() == null
        && adapt.getPronunciation() == null) {
      throw new UsageException(
          "--text, --structuredText, --acoustic or --pronunciation is missing.");
    }
    StoredInputs.reach(adapt, adapt.getCatalog(), adapt.getModelStore(), adapt.getBase());
    OptionalDouble weight = weight(adapt.getWeight());
    OptionalLong size = size(adapt.getSize());
    try (LocalCopies copies = new LocalCopies(adapt);
        PackageOutput output = new PackageOutput(adapt, "--output", adapt.getOutput());
        DownloadLine line = new DownloadLine(console)) {
      AdaptationData data =
          new AdaptationData(
              copies.of("--text", adapt.getText()),
              copies.of("--structuredText", adapt.getStructuredText()),
              copies.of("--acoustic", adapt.getAcoustic()),
              copies.of("--pronunciation", adapt.getPronunciation()));
      ModelSource models = ModelSources.of(adapt, line);
      Catalogue catalogue = models.catalogue();
      ModelStore store = models.store(catalogue);
      String locale = locale(adapt, catalogue);
      Model base = store.resolve(adapt.getBase(), locale);
      if (adapt.getLocale() == null && base.locales().size() > 1) {
        throw new UsageException(
            "--locale is missing: %s speaks %s."
                .formatted(base.id(), Model.languages(base.locales())));
      }
      if (adapt.getLocale() == null) {
        locale = base.locales().get(0);
      }
      if (locale.equals(UNKNOWN)) {
        throw new UsageException(
            "--locale is missing: nothing says what " + base.id() + " speaks.");
      }
      AdaptationOptions wanted = new AdaptationOptions(output.name(), locale, weight, size);
      ModelCard card = new Adaptation(base, wanted, line::say).make(data, output.folder());
      Optional<HeldOutErrors> errors =
          heldOut(adapt, data, output.folder(), new HeldOutTrial(adapt, base, wanted, line), line);
      if (errors.isPresent()) {
        card = card.withHeldOut(errors.get());
        card.write(output.folder().resolve(ModelCard.FILE));
      }
      output.publish();
      if (Addresses.isLocal(adapt.getOutput()) && !adapt.getOutput().endsWith(".zip")) {
        store.remember(Path.of(Addresses.localPath(adapt.getOutput())));
      }
      print(card, adapt.getOutput(), console);
      return ExitCode.DONE;
    } catch (ModelException e) {
      throw new JobException(e.getMessage(), e);
    } catch (IOException e) {
      throw new JobException("The model cannot be written: " + e.getMessage() + ".", e);
    }
  }

  private static Optional<HeldOutErrors> heldOut(
      AdaptOptions options,
      AdaptationData data,
      Path adapted,
      HeldOutTrial trial,
      DownloadLine line)
      throws IOException, ModelException, UsageException, JobException {
    if (options.getHeldOut() != null) {
      line.say("Transcribing the audio held out.");
      return Optional.of(trial.of(options.getHeldOut(), adapted));
    }
    if (data.acoustic().isEmpty()) {
      return Optional.empty();
    }
    line.say("Transcribing each half of the audio by a model of the other data.");
    return trial.ofHalves(data);
  }

  /** A model of the catalogue knows its own; of any other, the manifest is asked later. */
  private static String locale(AdaptOptions options, Catalogue catalogue) {
    if (options.getLocale() != null) {
      return options.getLocale();
    }
    return catalogue
        .find(options.getBase())
        .map(CatalogueEntry::locales)
        .filter(locales -> !locales.isEmpty())
        .map(locales -> locales.get(0))
        .orElse(UNKNOWN);
  }

  private static OptionalDouble weight(String given) throws UsageException {
    if (given == null) {
      return OptionalDouble.empty();
    }
    try {
      double percent = Double.parseDouble(given.replaceFirst("%$", ""));
      if (percent >= 1 && percent <= 99) {
        return OptionalDouble.of(percent);
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    throw new UsageException("--weight is a percentage from 1 to 99, not '" + given + "'.");
  }

  private static OptionalLong size(String given) throws UsageException {
    if (given == null) {
      return OptionalLong.empty();
    }
    try {
      double megabytes = Double.parseDouble(given);
      if (megabytes > 0 && megabytes < 1e6) {
        return OptionalLong.of((long) (megabytes * 1e6));
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    throw new UsageException("--size is a number of megabytes, not '" + given + "'.");
  }

  private static void print(ModelCard card, String output, Console console) {
    for (ModelCard.Source source : card.data()) {
      DatasetReport report = source.report();
      console
          .out()
          .printf(
              Locale.ROOT,
              "%s: %d lines used, %d left out%n",
              source.name(),
              report.acceptedLineCount(),
              report.rejectedLineCount());
      report.rejections().stream()
          .limit(SHOWN)
          .forEach(line -> console.out().println("  line " + line.line() + ": " + line.why()));
    }
    if (!card.unsayableWords().isEmpty()) {
      console
          .out()
          .println(
              "Words that the model cannot say, and what may sound like them; to use one, put"
                  + " WORD<tab>SPOKEN into a file for --pronunciation:");
      card.unsayableWords().stream().limit(SHOWN).forEach(word -> print(word, console));
    }
    console
        .out()
        .printf(
            Locale.ROOT,
            "Weight %.0f %%%s%s%n",
            card.weight(),
            card.weightChosen() ? ", chosen on lines held out" : "",
            card.perplexityBefore() == null
                ? ""
                : String.format(
                    Locale.ROOT,
                    "; their perplexity falls from %.0f to %.0f",
                    card.perplexityBefore(),
                    card.perplexityAfter()));
    HeldOutErrors errors = card.heldOut();
    if (errors != null) {
      console
          .out()
          .printf(
              Locale.ROOT,
              "Held out, %s: %s of %s words wrong before, %s after; %s of %s characters, %s"
                  + " after%n",
              Figures.count(errors.utterances(), "utterance"),
              errors.wordErrorsBefore(),
              errors.words(),
              errors.wordErrorsAfter(),
              errors.characterErrorsBefore(),
              errors.characters(),
              errors.characterErrorsAfter());
    }
    console.out().println(output + " is written; use it as --model=" + output);
  }

  private static void print(UnsayableWord word, Console console) {
    String offers = word.offers().isEmpty() ? "?" : String.join(" | ", word.offers());
    console.out().println("  " + word.word() + " (" + word.count() + ")  " + offers);
  }
}
