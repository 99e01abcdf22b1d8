// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes a fraction in plain decimals of limited length, and NaN or infinity as null. */
class RoundedNumber extends StdSerializer<Double> {
  private static final long serialVersionUID = 1L;

  static final int DIGITS = 6;

  private final int digits;

  RoundedNumber() {
    this(DIGITS);
  }

  RoundedNumber(int digits) {
    super(Double.class);
    this.digits = digits;
  }

  @Override
  public void serialize(Double value, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    if (!Double.isFinite(value)) {
      out.writeNull();
      return;
    }
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN).stripTrailingZeros();
    // Keeps one decimal, so that readers see a fraction and not an integer.
    out.writeNumber(rounded.setScale(Math.max(1, rounded.scale())));
  }
}
