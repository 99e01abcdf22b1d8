// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.whisper.biasing;

import java.util.function.IntConsumer;

/** Two that earn independently. */
public record BothFavours(Favour one, Favour other) implements Favour {
  @Override
  public double earned() {
    return one.earned() + other.earned();
  }

  @Override
  public double hoped() {
    return one.hoped() + other.hoped();
  }

  @Override
  public double atEnd() {
    return one.atEnd() + other.atEnd();
  }

  @Override
  public int places() {
    return Math.max(one.places(), other.places());
  }

  @Override
  public Favour with(int token) {
    return new BothFavours(one.with(token), other.with(token));
  }

  @Override
  public void listed(IntConsumer tokens) {
    one.listed(tokens);
    other.listed(tokens);
  }
}
