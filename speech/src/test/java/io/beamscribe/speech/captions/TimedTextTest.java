// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import static io.beamscribe.speech.transcript.Transcripts.mono;
import static io.beamscribe.speech.transcript.Transcripts.phrase;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.transcript.CaptionOptions;
import io.beamscribe.speech.transcript.Transcript;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** TTML, WebVTT with the times of words, and text from right to left. */
class TimedTextTest {
  /**
   * Elements and attributes that are used, of those that IMSC 1.1 allows; readers check neither.
   */
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("tt", Set.of("xml:lang", "ttp:contentProfiles", "ttp:timeBase")),
          Map.entry("head", Set.of()),
          Map.entry("metadata", Set.of()),
          Map.entry("ttm:agent", Set.of("type", "xml:id")),
          Map.entry("ttm:name", Set.of("type")),
          Map.entry("styling", Set.of()),
          Map.entry(
              "style",
              Set.of(
                  "xml:id", "tts:backgroundColor", "tts:color", "tts:fontFamily", "tts:fontSize")),
          Map.entry("layout", Set.of()),
          Map.entry(
              "region",
              Set.of(
                  "xml:id",
                  "tts:origin",
                  "tts:extent",
                  "tts:displayAlign",
                  "tts:showBackground",
                  "tts:textAlign")),
          Map.entry("body", Set.of("region")),
          Map.entry("div", Set.of()),
          Map.entry("p", Set.of("begin", "end", "ttm:agent", "tts:direction", "tts:unicodeBidi")),
          Map.entry("span", Set.of("style")),
          Map.entry("br", Set.of()));

  private static final Transcript TALK =
      mono(
          phrase(0, 0, 300, "Is <this> \"it\" & all?").withLocale("en-US").withSpeaker(1),
          phrase(0, 5000, 300, "نعم، كل شيء Beam").withLocale("ar-EG").withSpeaker(2));

  @Test
  void hasOnlyWhatTheTextProfileAllows() throws Exception {
    String file = SubtitleFile.ttml(TALK, CaptionOptions.DEFAULT);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(file.getBytes(UTF_8)));
    check(document.getDocumentElement());
    assertThat(document.getDocumentElement().getAttribute("xml:lang")).isEqualTo("ko-KR");
    assertThat(file)
        .contains("ttp:contentProfiles=\"http://www.w3.org/ns/ttml/profile/imsc1.1/text\"")
        .contains("<ttm:agent type=\"person\" xml:id=\"speaker1\">")
        .contains(
            "<p begin=\"00:00:00.000\" end=\"00:00:01.500\" ttm:agent=\"speaker1\"><span"
                + " style=\"text\">Speaker 1: Is &lt;this&gt; &quot;it&quot; &amp; all?</span></p>")
        .contains(
            " tts:direction=\"rtl\" tts:unicodeBidi=\"embed\"><span style=\"text\">Speaker 2:"
                + " نعم،");
    assertThat(SubtitleFile.ttml(mono(), CaptionOptions.DEFAULT)).doesNotContain("<p ");
  }

  private static void check(Element element) {
    assertThat(ALLOWED).containsKey(element.getTagName());
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      String name = element.getAttributes().item(i).getNodeName();
      if (!name.startsWith("xmlns")) {
        assertThat(ALLOWED.get(element.getTagName())).contains(name);
      }
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        check(inner);
      }
    }
  }

  @Test
  void wordsHaveTheirTimesLaterThanTheStartOfTheCaption() {
    assertThat(SubtitleFile.karaoke(TALK, CaptionOptions.DEFAULT))
        .startsWith(
            """
            WEBVTT

            00:00:00.000 --> 00:00:01.500
            <v Speaker 1><c>Is</c> <00:00:00.300><c>&lt;this&gt;</c> <00:00:00.600><c>"it"</c>\
             <00:00:00.900><c>&amp;</c> <00:00:01.200><c>all?</c>
            """);
  }

  @Test
  void linesFromRightToLeftStartSoThatPlayersSeeIt() {
    assertThat(SubtitleFile.srt(TALK, CaptionOptions.DEFAULT)).contains("\n\u200FSpeaker 2: نعم،");
    assertThat(SubtitleFile.vtt(TALK, CaptionOptions.DEFAULT)).contains("<v Speaker 2>نعم،");
    Transcript latinFirst = mono(phrase(0, 0, 300, "Beamscribe يكتب ما يقال في الاجتماع"));
    assertThat(SubtitleFile.vtt(latinFirst, CaptionOptions.DEFAULT))
        .contains("\n\u200FBeamscribe ");
    assertThat(SubtitleFile.karaoke(latinFirst, CaptionOptions.DEFAULT))
        .contains("\n\u200F<c>Beamscribe</c> ");
  }
}
