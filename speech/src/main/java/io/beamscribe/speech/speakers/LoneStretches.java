package io.beamscribe.speech.speakers;

import io.beamscribe.speech.speakers.BlockVoices.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes speakers of single stretches where there must be more than voices tell: of the shortest,
 * because nothing tells who else spoke and so it does the least harm.
 */
final class LoneStretches {
  private final List<BlockVoices> blocks;

  private record Place(int block, int index, long length) {}

  LoneStretches(List<BlockVoices> blocks) {
    this.blocks = blocks;
  }

  /**
   * Gives stretches to speakers of their own.
   *
   * @param labels of the stretches of each block, to be changed
   * @param known how many speakers there are
   * @param least how many there must be
   * @return how many there are now; less if there are not stretches enough
   */
  int label(List<int[]> labels, int known, int least) {
    if (known >= least) {
      return known;
    }
    int[] left = new int[known];
    labels.forEach(
        block -> {
          for (int label : block) {
            left[label]++;
          }
        });
    int speakers = known;
    for (Place place : places()) {
      int[] block = labels.get(place.block());
      if (speakers < least && left[block[place.index()]] > 1) {
        left[block[place.index()]]--;
        block[place.index()] = speakers++;
      }
    }
    return speakers;
  }

  private List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (int block = 0; block < blocks.size(); block++) {
      List<Stretch> stretches = blocks.get(block).stretches();
      for (int i = 0; i < stretches.size(); i++) {
        Stretch stretch = stretches.get(i);
        places.add(new Place(block, i, stretch.end() - stretch.start()));
      }
    }
    places.sort(Comparator.comparingLong(Place::length));
    return places;
  }
}
