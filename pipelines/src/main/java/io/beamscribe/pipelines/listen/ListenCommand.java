// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.listen;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.CommandInfo;
import io.beamscribe.pipelines.console.Console;
import io.beamscribe.pipelines.console.DownloadLine;
import io.beamscribe.pipelines.console.ExitCode;
import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.StoredInputs;
import io.beamscribe.pipelines.inputs.TextChoice;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.models.ModelListener;
import io.beamscribe.speech.streaming.EndPointing;
import io.beamscribe.speech.streaming.LiveAudio;
import io.beamscribe.speech.streaming.LiveAudios;
import io.beamscribe.speech.streaming.LiveSession;
import io.beamscribe.speech.streaming.LiveTranscriber;
import io.beamscribe.speech.text.forms.TextOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.options.PipelineOptions;

/** {@code listen}: recognises speech while it comes. */
@Internal
public final class ListenCommand implements Command {
  /** A tenth of a second of 16 kHz: what comes is passed on at once, and files not as a whole. */
  private static final int MOST_BYTES = 3200;

  private final InputStream in;
  private final Jobs jobs;

  /** Runs a job to its end, which is that of the program. */
  public interface Jobs {
    void run(ListenJob job, ListenOptions options, Console console) throws JobException;
  }

  /**
   * @param in the standard input
   */
  public ListenCommand(InputStream in, Jobs jobs) {
    this.in = in;
    this.jobs = jobs;
  }

  @Override
  public CommandInfo info() {
    return CommandInfo.ofJob(
        "listen",
        "Recognises speech while it comes, and prints phrases as soon as they are final.",
        ListenOptions.class,
        "listen --locale=ko-KR --input=call.wav",
        "listen --locale=en-US --input=- --format=vtt < talk.ogg",
        "listen --locale=en-US --input=kafka://broker:9092/calls"
            + " --output=kafka://broker:9092/text");
  }

  @Override
  public int run(PipelineOptions options, List<String> operands, Console console)
      throws UsageException, JobException {
    ListenOptions listen = options.as(ListenOptions.class);
    if (listen.getInput().size() != 1) {
      throw new UsageException("--input names one file, or - for the standard input.");
    }
    String input = listen.getInput().get(0);
    if (input.startsWith(TopicAddress.SCHEME)) {
      return topic(listen, console);
    }
    MisplacedFlags.requireNoneOfATopic(listen);
    StoredInputs.reach(
        options,
        Stream.concat(TextChoice.files(listen), Stream.ofNullable(listen.getModel()))
            .toArray(String[]::new));
    TextOptions text = TextChoice.of(listen);
    TextChoice.test(text, Optional.ofNullable(listen.getLocale()));
    try (InputStream audio = opened(input);
        LiveTranscriber transcriber =
            new LiveTranscriber(
                ListenSettings.of(
                        listen,
                        text,
                        new ModelListener() {
                          @Override
                          public void say(String sentence) {
                            console.err().println(sentence);
                          }
                        })
                    .results());
        LivePrinter printer = new LivePrinter(format(listen), console);
        LiveSession session = transcriber.open(List.of(), EndPointing.DEFAULT, text, printer);
        LiveAudio samples = LiveAudios.any(session::accept)) {
      byte[] bytes = new byte[MOST_BYTES];
      for (int count = audio.read(bytes); count >= 0; count = audio.read(bytes)) {
        samples.accept(Arrays.copyOf(bytes, count));
      }
      samples.finish();
      session.finish();
    } catch (NoSuchFileException e) {
      throw new UsageException("There is no file " + input + ".", e);
    } catch (IOException e) {
      throw new JobException("The audio cannot be read: " + e.getMessage() + ".", e);
    } catch (SpeechException e) {
      throw new JobException(e.getMessage(), e);
    }
    return ExitCode.DONE;
  }

  private int topic(ListenOptions options, Console console) throws UsageException, JobException {
    ListenJob job;
    try (DownloadLine line = new DownloadLine(console)) {
      job = ListenJob.of(options, line);
    }
    console.err().printf("Listening to %s.%n", options.getInput().get(0));
    if (job.isDetached()) {
      console.out().println(job.handOver());
    } else {
      jobs.run(job, options, console);
    }
    return ExitCode.DONE;
  }

  private static LiveFormat format(ListenOptions options) {
    LiveFormat format = options.getFormat();
    return format == null ? LiveFormat.TXT : format;
  }

  private InputStream opened(String input) throws IOException {
    return input.equals("-") ? in : Files.newInputStream(Path.of(input));
  }
}
