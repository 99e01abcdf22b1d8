// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.beamscribe.speech.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Other programs read these records by their schema. */
class LiveRecordTest {
  private static final SessionKey KEY = new SessionKey("call-7", "calls", "id", 2, 123);
  private static final Resume RESUME = new Resume(41_120, 149, 43_200);

  @Test
  void everyKindIsAsTheSchemaSays() throws Exception {
    LiveRecord said = of(phrase(true), RESUME, false, null);
    assertThat(faults(said)).isEmpty();
    assertThat(said.id()).isEqualTo("calls-2-123-310");
    assertThat(faults(of(phrase(false), null, false, null))).isEmpty();
    assertThat(faults(of(null, RESUME, false, null))).isEmpty();
    assertThat(faults(of(null, RESUME, true, null))).isEmpty();
    assertThat(faults(of(null, null, false, "A reason."))).isEmpty();
    assertThat(faults(of(phrase(true), null, false, null))).isNotEmpty();
  }

  @Test
  void aRecordThatIsReadAgainIsOfTheSameSession() throws Exception {
    byte[] written = Json.writeCompact(of(phrase(true), RESUME, false, null));
    LiveRecord read = Json.readCompact(written, LiveRecord.class);
    assertThat(read.key()).isEqualTo(KEY).isEqualTo(SessionKey.parse(KEY.text()));
    assertThat(read.resume()).isEqualTo(RESUME);
  }

  private static LivePhrase phrase(boolean complete) {
    return new LivePhrase(complete, 310, 2470, null, null, 0.93, "\uc548\ub155", "\uc548\ub155.");
  }

  private static LiveRecord of(
      @Nullable LivePhrase phrase, @Nullable Resume resume, boolean ended, @Nullable String fault) {
    return LiveRecord.of(KEY, new LiveEvent(phrase, resume, ended, fault, List.of()));
  }

  private static List<String> faults(LiveRecord record) throws IOException {
    try (InputStream schema = LiveRecord.class.getResourceAsStream("live-record.schema.json")) {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(schema)
          .validate(Json.compact(record), InputFormat.JSON)
          .stream()
          .map(Object::toString)
          .toList();
    }
  }
}
