// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.calls.Calls;
import io.beamscribe.speech.transcript.CallOptions;
import io.beamscribe.speech.transcript.CaptionOptions;
import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Transcript;
import org.junit.jupiter.api.Test;

class CallPageTest {
  @Test
  void showsWhoSpeaksWhenAndHowItGoes() {
    String rules = "categories: [{name: '<Refund>', mentions: refund}]";
    FormatOptions options = new FormatOptions(true, CaptionOptions.DEFAULT, new CallOptions(rules));

    String page = new String(TranscriptFormat.CALL.write(Calls.REFUND, options), UTF_8);

    assertThat(page.split("<rect ", -1)).hasSize(11);
    assertThat(page.split("<circle ", -1)).hasSize(11);
    assertThat(page)
        .contains("<b>Issue</b>", "<b>Resolution</b>", "&lt;Refund&gt;", "coffee machine (3)")
        .contains("Party 2, agent", "hold 9.8 s", "data-t=\"34.000\"")
        .doesNotContain("<Refund>", "style=\"", "onclick");
    assertThat(page)
        .isEqualTo(new String(TranscriptFormat.CALL.write(Calls.REFUND, options), UTF_8));
  }

  @Test
  void announcementsHaveNoBar() {
    Transcript call =
        Calls.of(
            "en-US",
            Calls.said(0, 1000, "Hello there.").withSpeaker(1),
            Calls.said(0, 4000, "All lines are busy."));

    String page = new String(TranscriptFormat.CALL.write(call, FormatOptions.DEFAULT), UTF_8);

    assertThat(page.split("<rect ", -1)).hasSize(2);
  }

  @Test
  void isWrittenForCallsInWhichNobodySpeaks() {
    byte[] page = TranscriptFormat.CALL.write(Calls.of("en-US"), FormatOptions.DEFAULT);

    assertThat(new String(page, UTF_8)).contains("<section id=\"call\">").endsWith("</html>\n");
  }
}
