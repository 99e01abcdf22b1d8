// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.commands;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.CommandInfo;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.pipelines.inputs.TextChoice;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.pipelines.text.LineForms;
import io.beamscribe.pipelines.text.OrderedLines;
import io.beamscribe.pipelines.text.TextOptions;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.text.itn.InverseTextNormalizer;
import io.beamscribe.speech.text.punctuation.Punctuation;
import io.beamscribe.speech.text.redaction.LeasedRedactor;
import io.beamscribe.speech.transcription.RedactionSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** {@code text}: tells the written forms of lines of spoken words. */
@Internal
public final class TextCommand implements Command {
  private final InputStream in;

  TextCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.of(
        "text",
        "Reads lines of spoken words and prints their written forms as JSON, a line for each.",
        TextOptions.class,
        "text --locale=en-US < lines",
        "text --locale=en-US --rules=rules.txt < lines",
        "text --locale=en-US --redact=card,email,phone < lines");
  }

  @Override
  public int run(PipelineOptions options, List<String> operands, Console console)
      throws UsageException, JobException {
    TextOptions text = options.as(TextOptions.class);
    if (text.getPunctuation() == Punctuation.WHISPER) {
      throw new UsageException(
          "--punctuation=whisper needs to hear the audio, and text reads only words; use rules or"
              + " none, or transcribe --punctuation=whisper.");
    }
    StoredInputs.reach(options, TextChoice.files(text).toArray(String[]::new));
    String locale = text.getLocale();
    if (!InverseTextNormalizer.knows(locale)) {
      console
          .err()
          .println(
              "There are no rules for numbers in "
                  + locale
                  + ": they stay as spoken. See docs/text.md.");
    }
    var choice = TextChoice.of(text);
    TextChoice.test(choice, Optional.of(locale));
    try (LeasedRedactor redactor = redactor(text, console)) {
      print(new LineForms(locale, choice, redactor == null ? null : redactor.redactor()), console);
    }
    return ExitCode.DONE;
  }

  private void print(LineForms forms, Console console) throws JobException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int threads = Runtime.getRuntime().availableProcessors();
    try {
      new OrderedLines(forms::of, threads).run(lines, console.out());
    } catch (IOException e) {
      throw new JobException("The lines cannot be read: " + e.getMessage() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobException("Stopped.", e);
    }
  }

  private static @Nullable LeasedRedactor redactor(TextOptions options, Console console)
      throws UsageException, JobException {
    RedactionSettings settings = HelperModels.redaction(options.getRedact(), options, console);
    try {
      return settings == null ? null : settings.redactor(options.getLocale());
    } catch (SpeechException e) {
      throw new JobException(e.getMessage(), e);
    }
  }
}
