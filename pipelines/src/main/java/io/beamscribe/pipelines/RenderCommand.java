package io.beamscribe.pipelines;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.Console;
import io.beamscribe.pipelines.cli.ExitCode;
import io.beamscribe.pipelines.cli.JobException;
import io.beamscribe.pipelines.cli.Table;
import io.beamscribe.pipelines.cli.UsageException;
import io.beamscribe.pipelines.cli.Words;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.TranscriptFormat;
import io.beamscribe.speech.transcript.TranscriptJson;
import io.beamscribe.transforms.WholeFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * {@code render}: writes formats anew from results that are there, touching no audio and no model.
 * Reading and writing is all there is to it, so one thread does it.
 */
final class RenderCommand implements Command {
  @Override
  public String words() {
    return "render";
  }

  @Override
  public String summary() {
    return "Writes other formats of transcripts that are there, without audio or model.";
  }

  @Override
  public Class<RenderOptions> options() {
    return RenderOptions.class;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "render --input=out --formats=srt,vtt",
        "render --input='azure-results/*.json' --output=subtitles --formats=srt");
  }

  @Override
  public int run(PipelineOptions options, List<String> operands, Console console)
      throws UsageException, JobException {
    RenderOptions render = options.as(RenderOptions.class);
    Inputs inputs =
        StoredInputs.prepare(
            render,
            render.getInput(),
            render.getOutput() == null ? List.of() : List.of(render.getOutput()));
    if (render.getOutput() != null) {
      Preflight.requireWritable(render.getOutput());
    }
    Map<String, RenderSource> stems = stems(inputs, render);
    int failed = 0;
    for (Map.Entry<String, RenderSource> entry : stems.entrySet()) {
      try {
        write(entry.getValue(), entry.getKey(), render);
      } catch (SpeechException | IOException e) {
        failed++;
        console.err().println(Table.printable(entry.getValue().address() + ": " + sentence(e)));
      }
    }
    console
        .out()
        .printf(
            "%s rendered as %s%s%n",
            Words.count(stems.size() - failed, "transcript"),
            String.join(",", render.getFormats()),
            failed == 0 ? "" : ", " + failed + " failed");
    return failed == 0 ? ExitCode.DONE : ExitCode.FILES_FAILED;
  }

  /** What each transcript is to be called without extension; no two alike. */
  private static Map<String, RenderSource> stems(Inputs inputs, RenderOptions options)
      throws UsageException, JobException {
    Map<String, RenderSource> stems = new LinkedHashMap<>();
    for (String input : inputs.all()) {
      List<RenderSource> sources = sources(input);
      if (sources.isEmpty()) {
        throw new UsageException("There is no transcript in the input '" + input + "'.");
      }
      for (RenderSource source : sources) {
        String stem =
            options.getOutput() == null
                ? source.stem()
                : options.getOutput().replaceFirst("/$", "") + "/" + source.path();
        if (options.getFormats().contains("json") && stem.equals(source.stem())) {
          throw new UsageException(
              "--formats=json would write over what is read; choose another --output.");
        }
        RenderSource other = stems.putIfAbsent(stem, source);
        if (other != null && !other.equals(source)) {
          throw new UsageException(
              "%s and %s would both become %s; render them to different outputs."
                  .formatted(other.address(), source.address(), stem));
        }
      }
    }
    return stems;
  }

  private static List<RenderSource> sources(String input) throws JobException {
    try {
      return RenderSource.of(input);
    } catch (IOException | IllegalArgumentException e) {
      throw new JobException("The input '" + input + "' cannot be listed.", e);
    }
  }

  private static void write(RenderSource source, String stem, RenderOptions options)
      throws SpeechException, IOException {
    byte[] json =
        WholeFiles.read(source.address())
            .orElseThrow(() -> new FileNotFoundException(source.address()));
    Transcript transcript = TranscriptJson.read(json);
    FormatOptions form = new FormatOptions(options.isWordLevelTimestamps());
    for (String word : options.getFormats()) {
      TranscriptFormat format = TranscriptFormat.parse(word);
      WholeFiles.write(stem + "." + format.extension(), format.write(transcript, form));
    }
  }

  private static String sentence(Exception e) {
    return e instanceof SpeechException ? e.getMessage() : "It cannot be read or written.";
  }
}
