// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.formats;

import static io.beamscribe.speech.text.Markup.escape;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.beamscribe.speech.text.TextDirection;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Transcript;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A document of Office Open XML: the name of the file, then a paragraph a phrase, by time, with its
 * time and its speaker or channel. Five parts; the same transcript gives the same bytes.
 */
final class Docx {
  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml";
  private static final String NAMESPACE =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

  private static final String TYPES =
      XML
          + "<Types xmlns=\""
          + PACKAGE
          + "/content-types\"><Default Extension=\"rels\""
          + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
          + " Extension=\"xml\" ContentType=\"application/xml\"/><Override"
          + " PartName=\"/word/document.xml\" ContentType=\""
          + WORD
          + ".document.main+xml\"/>"
          + "<Override PartName=\"/word/styles.xml\" ContentType=\""
          + WORD
          + ".styles+xml\"/>"
          + "</Types>";

  private static final String STYLES =
      XML
          + "<w:styles"
          + NAMESPACE
          + "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\""
          + " w:cs=\"Arial\"/><w:sz w:val=\"22\"/><w:szCs"
          + " w:val=\"22\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing"
          + " w:after=\"120\"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\""
          + " w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style><w:style"
          + " w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:basedOn"
          + " w:val=\"Normal\"/><w:rPr><w:b/><w:bCs/><w:sz w:val=\"32\"/><w:szCs"
          + " w:val=\"32\"/></w:rPr></w:style><w:style w:type=\"character\""
          + " w:styleId=\"Time\"><w:name w:val=\"Time\"/><w:rPr><w:color"
          + " w:val=\"808080\"/></w:rPr></w:style><w:style w:type=\"character\""
          + " w:styleId=\"Speaker\"><w:name"
          + " w:val=\"Speaker\"/><w:rPr><w:b/><w:bCs/></w:rPr></w:style></w:styles>";

  private Docx() {}

  static byte[] of(Transcript transcript) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", TYPES.getBytes(UTF_8));
    parts.put("_rels/.rels", relationship("officeDocument", "word/document.xml"));
    parts.put("word/document.xml", document(transcript).getBytes(UTF_8));
    parts.put("word/_rels/document.xml.rels", relationship("styles", "styles.xml"));
    parts.put("word/styles.xml", STYLES.getBytes(UTF_8));
    return Zip.of(parts);
  }

  private static byte[] relationship(String kind, String target) {
    return (XML
            + "<Relationships xmlns=\"%s/relationships\"><Relationship Id=\"rId1\""
                .formatted(PACKAGE)
            + " Type=\"%s/relationships/%s\" Target=\"%s\"/></Relationships>"
                .formatted(OFFICE, kind, target))
        .getBytes(UTF_8);
  }

  private static String document(Transcript transcript) {
    StringBuilder body = new StringBuilder(XML);
    body.append("<w:document").append(NAMESPACE).append("><w:body>");
    body.append("<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>");
    run(body, "", Media.name(transcript.source()));
    body.append("</w:p>");
    for (Phrase phrase : transcript.phrasesByTime()) {
      String text = SpokenWords.text(phrase);
      if (!text.isEmpty()) {
        paragraph(body, phrase, transcript.label(phrase).orElse(""), text);
      }
    }
    return body.append("<w:sectPr/></w:body></w:document>").toString();
  }

  private static void paragraph(StringBuilder body, Phrase phrase, String label, String text) {
    boolean rightToLeft = TextDirection.isRightToLeft(text);
    body.append("<w:p>").append(rightToLeft ? "<w:pPr><w:bidi/></w:pPr>" : "");
    run(body, "<w:rStyle w:val=\"Time\"/>", Media.clock(phrase.startMilliseconds()) + " ");
    if (!label.isEmpty()) {
      run(body, "<w:rStyle w:val=\"Speaker\"/>", label + ": ");
    }
    run(body, rightToLeft ? "<w:rtl/>" : "", text);
    body.append("</w:p>");
  }

  private static void run(StringBuilder body, String style, String text) {
    body.append("<w:r>");
    if (!style.isEmpty()) {
      body.append("<w:rPr>").append(style).append("</w:rPr>");
    }
    body.append("<w:t xml:space=\"preserve\">").append(escape(text)).append("</w:t></w:r>");
  }
}
