package io.beamscribe.pipelines;

import io.beamscribe.pipelines.cli.Command;
import io.beamscribe.pipelines.cli.Console;
import io.beamscribe.pipelines.cli.ExitCode;
import io.beamscribe.pipelines.cli.JobException;
import io.beamscribe.pipelines.cli.Table;
import io.beamscribe.pipelines.cli.UsageException;
import io.beamscribe.pipelines.cli.Words;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.speakers.SpeakerOptions;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.KeptVoices;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.TranscriptFormat;
import io.beamscribe.speech.transcript.TranscriptJson;
import io.beamscribe.transforms.WholeFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * {@code diarize}: tells the speakers of finished results anew, of what was kept of their voices,
 * touching no audio and no model. A second an hour of audio, so one thread does it.
 */
final class DiarizeCommand implements Command {
  @Override
  public String words() {
    return "diarize";
  }

  @Override
  public String summary() {
    return "Tells speakers anew, without audio or model, of voices that --keepEmbeddings kept.";
  }

  @Override
  public Class<DiarizeOptions> options() {
    return DiarizeOptions.class;
  }

  @Override
  public List<String> examples() {
    return List.of("diarize --input=out --minSpeakers=2 --maxSpeakers=2 --formats=json,txt,rttm");
  }

  @Override
  public int run(PipelineOptions options, List<String> operands, Console console)
      throws UsageException, JobException {
    DiarizeOptions diarize = options.as(DiarizeOptions.class);
    FileSystems.setDefaultPipelineOptions(diarize);
    SpeakerOptions speakers = SpeakerCountOptions.speakers(diarize);
    if (diarize.getOutput() != null) {
      Preflight.requireWritable(diarize.getOutput());
    }
    List<RenderSource> sources = sources(diarize);
    int failed = 0;
    for (RenderSource source : sources) {
      try {
        write(source, speakers, diarize);
      } catch (SpeechException | IOException e) {
        failed++;
        console.err().println(Table.printable(source.address() + ": " + sentence(e)));
      }
    }
    console
        .out()
        .printf(
            "%s with speakers told anew%s%n",
            Words.count(sources.size() - failed, "transcript"),
            failed == 0 ? "" : ", " + failed + " failed");
    return failed == 0 ? ExitCode.DONE : ExitCode.FILES_FAILED;
  }

  /** The results whose voices were kept. */
  private static List<RenderSource> sources(DiarizeOptions options)
      throws UsageException, JobException {
    List<RenderSource> sources = new ArrayList<>();
    for (String input : Inputs.of(options.getInput()).all()) {
      int before = sources.size();
      try {
        for (RenderSource source : RenderSource.of(input)) {
          if (!source.voices().equals(source.address()) && WholeFiles.exists(source.voices())) {
            sources.add(source);
          }
        }
      } catch (IOException | IllegalArgumentException e) {
        throw new JobException("The input '" + input + "' cannot be listed.", e);
      }
      if (sources.size() == before) {
        throw new UsageException(
            "No voices were kept in '" + input + "'; transcribe with --keepEmbeddings.");
      }
    }
    return sources;
  }

  private static void write(RenderSource source, SpeakerOptions speakers, DiarizeOptions options)
      throws SpeechException, IOException {
    Transcript before = TranscriptJson.read(read(source.address()));
    if (before.provenance() == null) {
      throw new IOException("not ours");
    }
    Transcript transcript = KeptVoices.read(read(source.voices())).speakers(before, speakers);
    String stem =
        Optional.ofNullable(options.getOutput())
            .map(output -> output.replaceFirst("/$", "") + "/" + source.path())
            .orElse(source.stem());
    FormatOptions form = new FormatOptions(options.isWordLevelTimestamps());
    for (String word : options.getFormats()) {
      TranscriptFormat format = TranscriptFormat.parse(word);
      WholeFiles.write(stem + "." + format.extension(), format.write(transcript, form));
    }
  }

  private static byte[] read(String address) throws IOException {
    return WholeFiles.read(address).orElseThrow(() -> new IOException(address + " is gone"));
  }

  private static String sentence(Exception e) {
    return e instanceof SpeechException ? e.getMessage() : "It cannot be read or written.";
  }
}
