// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.formats;

import static io.beamscribe.speech.text.Markup.escape;

import io.beamscribe.speech.formats.Tier.Span;
import io.beamscribe.speech.transcript.Transcript;
import java.util.List;

/**
 * ELAN's annotation format, version 2.8: for each speaker a tier of phrases, and below it one of
 * words, which lie within them. Its date is always the same, since results depend on the audio
 * alone. Not thread-safe.
 */
final class Eaf {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <ANNOTATION_DOCUMENT AUTHOR="" DATE="1970-01-01T00:00:00+00:00" FORMAT="2.8" VERSION="2.8"\
       xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\
       xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv2.8.xsd">
        <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds">
          <MEDIA_DESCRIPTOR MEDIA_URL="%s" MIME_TYPE="%s"/>
          <PROPERTY NAME="lastUsedAnnotationId">%s</PROPERTY>
        </HEADER>
        <TIME_ORDER>
      """;

  private static final String TAIL =
      """
        <LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="phrases"\
       TIME_ALIGNABLE="true"/>
        <LINGUISTIC_TYPE CONSTRAINTS="Included_In" GRAPHIC_REFERENCES="false"\
       LINGUISTIC_TYPE_ID="words" TIME_ALIGNABLE="true"/>
        <CONSTRAINT DESCRIPTION="Time subdivision of parent annotation's time interval, no time gaps\
       allowed within this interval" STEREOTYPE="Time_Subdivision"/>
        <CONSTRAINT DESCRIPTION="Symbolic subdivision of a parent annotation. Annotations refering to\
       the same parent are ordered" STEREOTYPE="Symbolic_Subdivision"/>
        <CONSTRAINT DESCRIPTION="1-1 association with a parent annotation"\
       STEREOTYPE="Symbolic_Association"/>
        <CONSTRAINT DESCRIPTION="Time alignable annotations within the parent annotation's time\
       interval, gaps are allowed" STEREOTYPE="Included_In"/>
      </ANNOTATION_DOCUMENT>
      """;

  private final StringBuilder slots = new StringBuilder();
  private final StringBuilder tiers = new StringBuilder();
  private int annotations;
  private int slotCount;

  private Eaf() {}

  static String of(Transcript transcript) {
    return new Eaf().write(transcript);
  }

  private String write(Transcript transcript) {
    for (Tier tier : Tier.of(transcript)) {
      String name = tier.label().isEmpty() ? "phrases" : tier.label();
      List<Span> phrases = tier.phrases().stream().map(Tier.Said::phrase).toList();
      List<Span> words = tier.phrases().stream().flatMap(each -> each.words().stream()).toList();
      write(name, "", "phrases", tier.label(), phrases);
      String below = " PARENT_REF=\"" + escape(name) + "\"";
      write(
          tier.label().isEmpty() ? "words" : name + " words", below, "words", tier.label(), words);
    }
    String head =
        HEAD.formatted(
            escape(Media.address(transcript.source())),
            escape(Media.type(transcript.source())),
            Integer.toString(annotations));
    return head + slots + "  </TIME_ORDER>\n" + tiers + TAIL;
  }

  private void write(String name, String below, String type, String speaker, List<Span> spans) {
    tiers.append("  <TIER LINGUISTIC_TYPE_REF=\"").append(type).append('"');
    tiers.append(below).append(" PARTICIPANT=\"").append(escape(speaker));
    tiers.append("\" TIER_ID=\"").append(escape(name)).append("\">\n");
    for (Span span : spans) {
      String from = slot(span.start());
      String to = slot(span.end());
      tiers.append("    <ANNOTATION>\n      <ALIGNABLE_ANNOTATION ANNOTATION_ID=\"a");
      tiers.append(++annotations).append("\" TIME_SLOT_REF1=\"").append(from);
      tiers.append("\" TIME_SLOT_REF2=\"").append(to).append("\">\n        <ANNOTATION_VALUE>");
      tiers.append(escape(span.text())).append("</ANNOTATION_VALUE>\n");
      tiers.append("      </ALIGNABLE_ANNOTATION>\n    </ANNOTATION>\n");
    }
    tiers.append("  </TIER>\n");
  }

  private String slot(long milliseconds) {
    String id = "ts" + ++slotCount;
    slots.append("    <TIME_SLOT TIME_SLOT_ID=\"").append(id);
    slots.append("\" TIME_VALUE=\"").append(milliseconds).append("\"/>\n");
    return id;
  }
}
