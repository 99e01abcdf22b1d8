package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.console.Table;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.models.DownloadLine;
import io.beamscribe.pipelines.models.HelperModels;
import io.beamscribe.pipelines.models.ModelStores;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.store.ModelStore;
import io.beamscribe.speech.speakers.KnownVoice;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.speech.transcription.DiarizationSettings;
import io.beamscribe.transforms.voices.VoiceCatalogue;
import io.beamscribe.transforms.voices.VoiceEnrollment;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.options.PipelineOptions;

/** The commands that begin with {@code voices}: whose voices are known. */
public enum VoicesCommand implements Command {
  ENROLL(
      "Makes a voice known, of audio in which one person speaks.",
      new Operands("NAME AUDIO...", 2, Integer.MAX_VALUE),
      " Anna interview.wav --voices=known") {
    @Override
    int run(VoicesOptions options, VoiceCatalogue voices, List<String> words, Console console)
        throws UsageException, JobException, IOException {
      String name = VoiceCatalogue.normal(words.get(0));
      if (!KnownVoice.isName(name)) {
        throw new UsageException(
            "'%s' is no name for a voice: it takes letters, digits, spaces and . _ ' @ -, not digits"
                    .formatted(name)
                + " alone, and at most 40 of them.");
      }
      List<String> audio = words.subList(1, words.size());
      StoredInputs.prepare(options, audio);
      KnownVoice voice = hear(options, name, audio, console);
      voices.write(voice);
      console.out().printf(Locale.ROOT, "%s is known by %.0f s of speech%n", name, voice.seconds());
      return ExitCode.DONE;
    }
  },
  LIST("Lists the voices that are known.", Operands.NONE, " --voices=known") {
    @Override
    int run(VoicesOptions options, VoiceCatalogue voices, List<String> words, Console console)
        throws IOException {
      Table table = new Table().row("NAME", "SECONDS");
      for (KnownVoice voice : voices.read().voices()) {
        table.row(voice.name(), String.format(Locale.ROOT, "%.0f", voice.seconds()));
      }
      table.lines().forEach(console.out()::println);
      return ExitCode.DONE;
    }
  },
  REMOVE("Forgets voices.", new Operands("NAME...", 1, Integer.MAX_VALUE), " Anna --voices=known") {
    @Override
    int run(VoicesOptions options, VoiceCatalogue voices, List<String> words, Console console)
        throws UsageException, IOException {
      // First all names, so that a wrong one among them leaves everybody known.
      for (String word : words) {
        if (!voices.has(VoiceCatalogue.normal(word))) {
          throw new UsageException("No voice is called '" + word + "'; see voices list.");
        }
      }
      for (String word : words) {
        voices.remove(VoiceCatalogue.normal(word));
        console.out().println(word + " is forgotten");
      }
      return ExitCode.DONE;
    }
  };

  private final String summary;

  @SuppressWarnings("ImmutableEnumChecker") // a record of a text and two numbers
  private final Operands operands;

  private final String example;

  VoicesCommand(String summary, Operands operands, String example) {
    this.summary = summary;
    this.operands = operands;
    this.example = example;
  }

  abstract int run(
      VoicesOptions options, VoiceCatalogue voices, List<String> words, Console console)
      throws UsageException, JobException, IOException;

  @Override
  public String words() {
    return "voices " + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public Class<VoicesOptions> options() {
    return VoicesOptions.class;
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
  public int run(PipelineOptions options, List<String> words, Console console)
      throws UsageException, JobException {
    VoicesOptions own = options.as(VoicesOptions.class);
    StoredInputs.reach(own, own.getVoices(), own.getCatalog(), own.getModelStore());
    try {
      return run(own, new VoiceCatalogue(own.getVoices()), words, console);
    } catch (IOException e) {
      throw new JobException("The voices in " + own.getVoices() + " cannot be read or written.", e);
    }
  }

  private static KnownVoice hear(
      VoicesOptions options, String name, List<String> audio, Console console) throws JobException {
    DownloadLine line = new DownloadLine(console);
    try {
      Catalogue catalogue = ModelStores.catalogue(options);
      ModelStore store = ModelStores.of(options, catalogue, line);
      HelperModels models = new HelperModels(options, catalogue, store, line);
      try (VoiceEnrollment enrollment =
          new VoiceEnrollment(
              models.detector().folder().toString(),
              DiarizationSettings.of(
                  models.segmentation(), models.voices(), SpeakerOptions.ANY, null, false))) {
        return enrollment.hear(name, audio);
      }
    } catch (ModelException | SpeechException e) {
      throw new JobException(e.getMessage(), e);
    } finally {
      line.end();
    }
  }
}
