// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.formats;

import static io.beamscribe.speech.transcript.Transcripts.mono;
import static io.beamscribe.speech.transcript.Transcripts.phrase;
import static io.beamscribe.speech.transcript.Transcripts.withoutWords;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.transcript.FormatOptions;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Formats of programs for annotation, and documents. */
class AnnotationFormatsTest {
  private static final String ODD = "\"한국어\" <b> & \u0001'x'";

  private static Transcript talk() {
    return new Transcript(
        "calls/first call.wav",
        Instant.EPOCH,
        4000,
        List.of(0),
        List.of(
            phrase(0, new Word("say", 500, 900, 0.9), new Word("\"yes\"", 900, 900, 0.8))
                .withSpeaker(1),
            withoutWords(0, 1000, 2000, "no <way>").withSpeaker(2)),
        null);
  }

  @Test
  void textGridsHaveTiersWithoutHoles() {
    assertThat(text(TranscriptFormat.TEXTGRID, talk()))
        .startsWith(
            """
            File type = "ooTextFile"
            Object class = "TextGrid"

            xmin = 0
            xmax = 4.000
            tiers? <exists>
            size = 4
            item []:
                item [1]:
                    class = "IntervalTier"
                    name = "Speaker 1"
                    xmin = 0
                    xmax = 4.000
                    intervals: size = 3
                    intervals [1]:
                        xmin = 0
                        xmax = 0.500
                        text = ""
                    intervals [2]:
                        xmin = 0.500
                        xmax = 0.901
                        text = "say ""yes""\"
                    intervals [3]:
                        xmin = 0.901
                        xmax = 4.000
                        text = ""
                item [2]:
                    class = "IntervalTier"
                    name = "Speaker 1 words"
                    xmin = 0
                    xmax = 4.000
                    intervals: size = 4
            """)
        .contains("text = \"<way>\"");
    assertThat(text(TranscriptFormat.TEXTGRID, mono())).contains("size = 2\n", "text = \"\"");
  }

  @Test
  void segmentTimeMarksHaveAPhraseALine() {
    assertThat(text(TranscriptFormat.STM, talk()))
        .isEqualTo(
            """
            first_call 1 1 0.500 0.900 say "yes"
            first_call 1 2 1.000 2.000 no <way>
            """);
    assertThat(text(TranscriptFormat.STM, mono(phrase(0, 0, 300, "one"))))
        .isEqualTo("first_call 1 unknown 0.000 0.300 one\n");
  }

  @Test
  void labelTracksHaveAPhraseALine() {
    assertThat(text(TranscriptFormat.AUDACITY, talk()))
        .isEqualTo(
            """
            0.500000\t0.900000\tSpeaker 1: say "yes"
            1.000000\t2.000000\tSpeaker 2: no <way>
            """);
  }

  @Test
  void annotationsOfElanLieWithinTheirParents() throws Exception {
    Document document = xml(TranscriptFormat.EAF.write(talk(), FormatOptions.DEFAULT));
    NodeList tiers = document.getElementsByTagName("TIER");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < tiers.getLength(); i++) {
      Element tier = (Element) tiers.item(i);
      names.add(tier.getAttribute("TIER_ID") + " < " + tier.getAttribute("PARENT_REF"));
    }
    assertThat(names)
        .containsExactly(
            "Speaker 1 < ",
            "Speaker 1 words < Speaker 1",
            "Speaker 2 < ",
            "Speaker 2 words < Speaker 2");
    List<String> times = new ArrayList<>();
    NodeList slots = document.getElementsByTagName("TIME_SLOT");
    for (int i = 0; i < slots.getLength(); i++) {
      times.add(((Element) slots.item(i)).getAttribute("TIME_VALUE"));
    }
    assertThat(times)
        .containsExactly(
            "500", "901", "500", "900", "900", "901", "1000", "2000", "1000", "1250", "1375",
            "2000");
    assertThat(document.getElementsByTagName("ANNOTATION_VALUE").item(0).getTextContent())
        .isEqualTo("say \"yes\"");
    assertThat(
            ((Element) document.getElementsByTagName("MEDIA_DESCRIPTOR").item(0))
                .getAttribute("MEDIA_URL"))
        .isEqualTo("./calls/first%20call.wav");
  }

  @Test
  void documentsHaveFivePartsAndTheSameBytes() throws Exception {
    Transcript odd = mono(phrase(0, 0, 300, ODD), phrase(0, 3_700_000, 300, "مرحبا بكم"));
    byte[] bytes = TranscriptFormat.DOCX.write(odd, FormatOptions.DEFAULT);
    assertThat(TranscriptFormat.DOCX.write(odd, FormatOptions.DEFAULT)).isEqualTo(bytes);
    List<String> parts = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        parts.add(part.getName());
        Document document = xml(zip.readAllBytes());
        if (part.getName().equals("word/document.xml")) {
          NodeList paragraphs = document.getElementsByTagName("w:p");
          assertThat(paragraphs.item(0).getTextContent()).isEqualTo("first call.wav");
          assertThat(paragraphs.item(1).getTextContent()).isEqualTo("0:00 \"한국어\" <b> &  'x'");
          assertThat(paragraphs.item(2).getTextContent()).isEqualTo("1:01:40 مرحبا بكم");
          assertThat(document.getElementsByTagName("w:bidi").getLength()).isEqualTo(1);
        }
      }
    }
    assertThat(parts)
        .containsExactly(
            "[Content_Types].xml",
            "_rels/.rels",
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "word/styles.xml");
  }

  @Test
  void phrasesOfOneSpeakerDoNotOverlapInATier() {
    Phrase one = phrase(0, 0, 1000, "one two three");
    Phrase other = phrase(0, 1500, 100, "four five");
    List<Tier.Said> said = Tier.of(mono(one, other)).get(0).phrases();
    assertThat(said.get(0).phrase().end()).isEqualTo(3000);
    assertThat(said.get(1).phrase().start()).isEqualTo(3000);
    assertThat(said.get(1).words()).extracting(Tier.Span::start).containsExactly(3000L, 3001L);
  }

  private static Document xml(byte[] bytes) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(bytes));
  }

  private static String text(TranscriptFormat format, Transcript transcript) {
    return new String(format.write(transcript, FormatOptions.DEFAULT), UTF_8);
  }
}
