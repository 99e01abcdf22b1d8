package io.beamscribe.speech.recognition;

import java.io.Serializable;

/**
 * Options that change what is recognised.
 *
 * @param alternatives how many readings of each phrase are wanted, 1 to 10
 */
public record RecognitionOptions(int alternatives) implements Serializable {
  public static final RecognitionOptions DEFAULT = new RecognitionOptions(1);

  public RecognitionOptions {
    if (alternatives < 1 || alternatives > 10) {
      throw new IllegalArgumentException("alternatives must be 1 to 10, not " + alternatives);
    }
  }
}
