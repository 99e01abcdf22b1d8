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
import io.beamscribe.pipelines.models.VoicesOptions;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.http.LocalAddress;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.catalogue.ModelRole;
import io.beamscribe.speech.speakers.KnownVoice;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.speech.transcription.DiarizationSettings;
import io.beamscribe.transforms.models.ModelSource;
import io.beamscribe.transforms.storage.StorageSettings;
import io.beamscribe.transforms.voices.DamagedVoiceException;
import io.beamscribe.transforms.voices.VoiceCatalogue;
import io.beamscribe.transforms.voices.enrollment.VoiceEnrollment;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The {@code voices} commands: enrolling, listing and deleting known voices. */
final class VoicesCommands {
  private static final SubCommands<VoicesOptions> VOICES =
      new SubCommands<>(
          new CommandGroup("voices", "Enrolls, lists and deletes known voices."),
          VoicesOptions.class);

  private VoicesCommands() {}

  static List<Command> all() {
    return List.of(
        VOICES.command(
            "enroll",
            "Enrolls a voice from recordings of one person.",
            Operands.atLeast(
                2,
                "NAME AUDIO...",
                "Name of the voice, and recordings of that person: files, folders, patterns or"
                    + " addresses."),
            "Anna interview.wav --voices=known",
            on(VoicesCommands::enroll)),
        VOICES.command(
            "list",
            "Lists the known voices.",
            Operands.NONE,
            "--voices=known",
            on(VoicesCommands::list)),
        VOICES.command(
            "remove",
            "Deletes enrolled voices.",
            Operands.atLeast(1, "NAME...", "Names from 'beamscribe voices list'."),
            "Anna --voices=known",
            on(VoicesCommands::remove)));
  }

  /** The work of one command. */
  private interface CatalogueAction {
    int run(VoicesOptions options, VoiceCatalogue voices, List<String> words, Console console)
        throws UsageException, JobException, IOException;
  }

  private static SubCommands.Action<VoicesOptions> on(CatalogueAction action) {
    return (options, words, console) -> {
      String folder = options.getVoices();
      if (Addresses.isLocal(folder)
          && LocalAddress.exists(folder)
          && !LocalAddress.isFolder(folder)) {
        throw new UsageException("--voices=%s is not a folder.".formatted(folder));
      }
      StoredInputs.reach(options, folder, options.getCatalog(), options.getModelStore());
      try {
        VoiceCatalogue voices = new VoiceCatalogue(folder, StorageSettings.of(options));
        return action.run(options, voices, words, console);
      } catch (DamagedVoiceException e) {
        throw new JobException(e.getMessage(), e);
      } catch (IOException e) {
        throw new JobException("The voices in " + folder + " cannot be read or written.", e);
      }
    };
  }

  private static int enroll(
      VoicesOptions options, VoiceCatalogue voices, List<String> words, Console console)
      throws UsageException, JobException, IOException {
    String name = VoiceCatalogue.normal(words.get(0));
    if (!KnownVoice.isName(name)) {
      throw new UsageException(
          "'%s' is not a voice name: use letters, digits, spaces and . _ ' @ -, not digits alone,"
                  .formatted(name)
              + " and at most 40 characters.");
    }
    List<String> audio = words.subList(1, words.size());
    StoredInputs.prepare(options, audio, Stream.of());
    KnownVoice voice = enrolled(options, name, audio, console);
    voices.write(voice);
    console
        .out()
        .printf(Locale.ROOT, "%s is enrolled from %.0f s of speech%n", name, voice.seconds());
    return ExitCode.DONE;
  }

  private static int list(
      VoicesOptions options, VoiceCatalogue voices, List<String> words, Console console)
      throws IOException {
    Table table = new Table().row("NAME", "SECONDS");
    for (KnownVoice voice : voices.read().voices()) {
      table.row(voice.name(), String.format(Locale.ROOT, "%.0f", voice.seconds()));
    }
    table.lines().forEach(console.out()::println);
    return ExitCode.DONE;
  }

  private static int remove(
      VoicesOptions options, VoiceCatalogue voices, List<String> words, Console console)
      throws UsageException, IOException {
    // Checks all names first, so that a wrong one deletes nothing.
    for (String word : words) {
      if (!voices.has(VoiceCatalogue.normal(word))) {
        throw new UsageException("No voice is called '" + word + "'; see voices list.");
      }
    }
    for (String word : words) {
      voices.remove(VoiceCatalogue.normal(word));
      console.out().println(word + " is deleted");
    }
    return ExitCode.DONE;
  }

  private static KnownVoice enrolled(
      VoicesOptions options, String name, List<String> audio, Console console) throws JobException {
    try (DownloadLine line = new DownloadLine(console)) {
      ModelSource models = ModelSources.of(options, line);
      Catalogue catalogue = models.catalogue();
      try (VoiceEnrollment enrollment =
          new VoiceEnrollment(
              models.helper(catalogue, ModelRole.DETECTOR).folder().toString(),
              DiarizationSettings.of(
                  models.helper(catalogue, ModelRole.SEGMENTATION),
                  models.helper(catalogue, ModelRole.EMBEDDING),
                  SpeakerOptions.ANY,
                  null,
                  false),
              StorageSettings.of(options))) {
        return enrollment.enroll(name, audio);
      }
    } catch (ModelException | SpeechException e) {
      throw new JobException(e.getMessage(), e);
    }
  }
}
