// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.captions;

import static io.beamscribe.speech.text.Markup.escape;
import static java.util.stream.Collectors.joining;

import io.beamscribe.speech.text.TextDirection;
import io.beamscribe.speech.transcript.CaptionOptions;
import io.beamscribe.speech.transcript.Transcript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * TTML in the text profile of IMSC 1.1. A region at the bottom of the picture; speakers are agents,
 * and named in the text where they change, since players show no agents. Not thread-safe.
 */
final class TimedText {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"\
       xmlns:ttp="http://www.w3.org/ns/ttml#parameter"\
       xmlns:tts="http://www.w3.org/ns/ttml#styling"\
       ttp:contentProfiles="http://www.w3.org/ns/ttml/profile/imsc1.1/text" ttp:timeBase="media"\
       xml:lang="%s">
        <head>
      %s    <styling>
            <style xml:id="text" tts:backgroundColor="#000000c0" tts:color="white"\
       tts:fontFamily="proportionalSansSerif" tts:fontSize="100%%"/>
          </styling>
          <layout>
            <region xml:id="bottom" tts:origin="10%% 10%%" tts:extent="80%% 80%%"\
       tts:displayAlign="after" tts:showBackground="whenActive" tts:textAlign="center"/>
          </layout>
        </head>
        <body region="bottom">
          <div>
      """;

  private static final String TAIL =
      """
          </div>
        </body>
      </tt>
      """;

  private final Map<String, String> agents = new LinkedHashMap<>();
  private final StringBuilder body = new StringBuilder();

  String of(Transcript transcript, CaptionOptions options) {
    for (Cue cue : Subtitles.of(transcript, options)) {
      append(cue);
    }
    return HEAD.formatted(escape(Languages.of(transcript)), metadata()) + body + TAIL;
  }

  private void append(Cue cue) {
    List<String> texts = cue.texts();
    body.append("      <p begin=\"").append(CueTime.of(cue.start(), '.'));
    body.append("\" end=\"").append(CueTime.of(cue.end(), '.')).append('"');
    if (!cue.label().isEmpty()) {
      String agent = agents.computeIfAbsent(cue.label(), name -> "speaker" + (agents.size() + 1));
      body.append(" ttm:agent=\"").append(agent).append('"');
    }
    if (TextDirection.isRightToLeft(String.join(" ", texts))) {
      body.append(" tts:direction=\"rtl\" tts:unicodeBidi=\"embed\"");
    }
    body.append("><span style=\"text\">").append(escape(cue.name()));
    body.append(texts.stream().map(text -> escape(text)).collect(joining("<br/>")));
    body.append("</span></p>\n");
  }

  private String metadata() {
    if (agents.isEmpty()) {
      return "";
    }
    StringBuilder metadata = new StringBuilder("    <metadata>\n");
    agents.forEach(
        (name, id) ->
            metadata
                .append("      <ttm:agent type=\"person\" xml:id=\"")
                .append(id)
                .append("\"><ttm:name type=\"full\">")
                .append(escape(name))
                .append("</ttm:name></ttm:agent>\n"));
    return metadata.append("    </metadata>\n").toString();
  }
}
