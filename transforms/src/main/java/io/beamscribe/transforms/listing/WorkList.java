// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.listing;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.decoding.Sha256;
import io.beamscribe.transforms.output.FileProspect;
import io.beamscribe.transforms.output.FileProspect.Reason;
import io.beamscribe.transforms.output.FileProspects;
import io.beamscribe.transforms.output.MarkerIndex;
import io.beamscribe.transforms.settings.RunBounds;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.values.AudioFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.annotations.Internal;

/**
 * The files of a listing that {@link RunBounds} leave to a run: of those with work to do the first
 * by path, whatever their size, so that what is taken does not depend on what else is there, and
 * runs one after another come to all of them. Finished files, and those that are no audio, do not
 * count and stay.
 *
 * @param files in the order of the listing
 * @param left files with work to do that are left to later runs, by path
 */
@Internal
public record WorkList(List<AudioFile> files, List<AudioFile> left) {
  private static final Comparator<AudioFile> BY_PATH = Comparator.comparing(AudioFile::path);

  /** Applies the bounds of a run; takes a look at each marker that the index does not know. */
  public static WorkList of(
      List<AudioFile> listed, MarkerIndex markers, TranscriptionSettings settings) {
    RunBounds bounds = settings.run().bounds();
    if (!bounds.limitsFiles()) {
      return new WorkList(listed, List.of());
    }
    FileDigests digests = new FileDigests(settings.results());
    List<AudioFile> open =
        listed.stream()
            .filter(
                file ->
                    !markers.isDone(
                        file, digests.of(file), settings.run().formats(), settings.run().form()))
            .sorted(
                Comparator.comparing((AudioFile file) -> bounds.last().contains(file.path()))
                    .thenComparing(BY_PATH))
            .toList();
    List<FileProspect> prospects = new FileProspects(settings).of(open);
    List<AudioFile> left = new ArrayList<>();
    try (AudioLengths lengths = new AudioLengths(settings)) {
      int files = 0;
      double seconds = 0;
      boolean full = false;
      for (int i = 0; i < open.size(); i++) {
        AudioFile file = open.get(i);
        if (!isWork(file, prospects.get(i), settings) || !lengths.isAudio(file)) {
          continue;
        }
        if (!full && bounds.audioSeconds() < Double.POSITIVE_INFINITY) {
          double more = seconds(file, prospects.get(i), lengths);
          full = files > 0 && seconds + more > bounds.audioSeconds();
          seconds += more;
        }
        full |= files == bounds.files();
        if (full) {
          left.add(file);
        } else {
          files++;
        }
      }
    }
    Set<AudioFile> without = new HashSet<>(left);
    return new WorkList(
        listed.stream().filter(file -> !without.contains(file)).toList(),
        left.stream().sorted(BY_PATH).toList());
  }

  private static boolean isWork(
      AudioFile file, FileProspect prospect, TranscriptionSettings settings) {
    return prospect.reason() == Reason.COMPARE
        ? !isSame(file, prospect, settings)
        : prospect.reason().isWork();
  }

  /** As a run would compare it, which then need not transcribe it. */
  private static boolean isSame(
      AudioFile file, FileProspect prospect, TranscriptionSettings settings) {
    try {
      return Sha256.of(new StoredAudio(file, settings.storage())).equals(prospect.sha256());
    } catch (SpeechException e) {
      return false;
    }
  }

  private static double seconds(AudioFile file, FileProspect prospect, AudioLengths lengths) {
    return prospect.row() == null
        ? lengths.decoded(file)
        : prospect.row().durationMilliseconds() / 1e3;
  }
}
