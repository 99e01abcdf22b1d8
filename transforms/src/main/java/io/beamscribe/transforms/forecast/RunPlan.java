// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.forecast;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.listing.AudioLengths;
import io.beamscribe.transforms.listing.AudioListing;
import io.beamscribe.transforms.listing.WorkList;
import io.beamscribe.transforms.output.FileProspect;
import io.beamscribe.transforms.output.FileProspects;
import io.beamscribe.transforms.output.MarkerIndex;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.values.AudioFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a batch would do with the files of its inputs. Making it reads the markers and the heads of
 * audio files, and changes nothing.
 *
 * @param work files to transcribe, in the order of their paths
 * @param finished number of files that are done, or lack only formats that are made from their JSON
 * @param left number of files that a limit leaves to later runs
 * @param excluded number of files that are not selected
 * @param ignored number of files that are hidden or no audio
 * @param failed inputs and files that cannot be listed
 */
public record RunPlan(
    List<PlannedFile> work,
    long finished,
    long left,
    long excluded,
    long ignored,
    List<FileReport> failed) {

  /** Plans a batch. */
  public static RunPlan of(List<String> inputs, TranscriptionSettings settings) {
    AudioListing listing = AudioListing.of(inputs, settings);
    WorkList chosen = WorkList.of(listing.files(), MarkerIndex.empty(), settings);
    List<AudioFile> files =
        chosen.files().stream().sorted(Comparator.comparing(AudioFile::path)).toList();
    List<FileProspect> prospects = new FileProspects(settings).of(files);
    List<AudioFile> work = new ArrayList<>();
    List<FileProspect> why = new ArrayList<>();
    long finished = 0;
    long ignored = listing.ignored();
    try (AudioLengths lengths = new AudioLengths(settings)) {
      for (int i = 0; i < files.size(); i++) {
        if (!prospects.get(i).reason().isWork()) {
          finished++;
        } else if (!lengths.isAudio(files.get(i))) {
          ignored++;
        } else {
          work.add(files.get(i));
          why.add(prospects.get(i));
        }
      }
      return new RunPlan(
          planned(work, why, lengths),
          finished,
          chosen.left().size(),
          listing.excluded(),
          ignored,
          listing.failed());
    }
  }

  /** Hours and times of all files, whether measured or guessed. */
  public double audioSeconds() {
    return work.stream().mapToDouble(PlannedFile::audioSeconds).sum();
  }

  private static List<PlannedFile> planned(
      List<AudioFile> files, List<FileProspect> why, AudioLengths lengths) {
    LengthGuess guess = new LengthGuess(lengths);
    List<PlannedFile> planned = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      FileReport row = why.get(i).row();
      OptionalDouble told =
          row != null && row.durationMilliseconds() > 0
              ? OptionalDouble.of(row.durationMilliseconds() / 1e3)
              : lengths.told(files.get(i));
      boolean timed = row != null && row.processingSeconds() > 0 && why.get(i).alike();
      planned.add(
          new PlannedFile(
              files.get(i).path(),
              why.get(i).reason(),
              told.isPresent() ? told.getAsDouble() : guess.seconds(files.get(i), files),
              told.isPresent(),
              row != null && timed
                  ? OptionalDouble.of(row.processingSeconds())
                  : OptionalDouble.empty()));
    }
    return planned;
  }
}
