// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.beamscribe.service.access.Role;
import io.beamscribe.service.content.SignedUrls;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.request.Call;
import io.beamscribe.service.web.Page;
import io.beamscribe.service.web.StaticFiles;
import io.beamscribe.speech.streaming.LiveSubtitles;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.sse.SseHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Captions for others than the speaker: as server-sent events, as a WebVTT document of what was
 * said until now, and as a page that shows them. Thread-safe.
 */
public final class CaptionPages {
  private static final String PATH = "/captions/{name}";
  private static final String AUDIENCE = "/audience/{account}/{name}";
  private static final Duration LIFETIME = Duration.ofDays(1);

  private final CaptionBoard board;
  private final SignedUrls signatures;

  public CaptionPages(CaptionBoard board, SignedUrls signatures) {
    this.board = board;
    this.signatures = signatures;
  }

  /** Its places. */
  public List<Page> pages() {
    return List.of(
        new Page(
            HandlerType.GET,
            PATH,
            Optional.of(Role.READ),
            call -> answer(call.http(), call.caller().owner())),
        new Page(HandlerType.POST, PATH, Optional.of(Role.READ), this::link),
        new Page(HandlerType.GET, AUDIENCE, Optional.empty(), call -> audience(call.http())));
  }

  /** Answers with an address for people without a key. */
  private void link(Call call) {
    String owner = call.caller().owner();
    String name = CaptionBoard.name(call.http().pathParam("name"));
    String address =
        call.base()
            + "/audience/"
            + Base64.getUrlEncoder().withoutPadding().encodeToString(owner.getBytes(UTF_8))
            + "/"
            + name
            + "?"
            + signatures.query(signed(owner, name), LIFETIME);
    call.answer(201, Jsons.object().put("contentUrl", address));
  }

  private static String signed(String owner, String name) {
    return "captions\n" + owner + "\n" + name;
  }

  private void audience(Context http) throws IOException {
    String owner = owner(http.pathParam("account"));
    if (!signatures.allows(
        signed(owner, http.pathParam("name")),
        Optional.ofNullable(http.queryParam("se")).orElse(""),
        Optional.ofNullable(http.queryParam("sig")).orElse(""))) {
      throw ApiException.forbidden("The address is not signed, or its time is over.");
    }
    if (accepts(http, "text/html")) {
      StaticFiles.answer(http, "watch.html", "text/html; charset=utf-8");
    } else {
      answer(http, owner);
    }
  }

  private static String owner(String encoded) {
    try {
      return new String(Base64.getUrlDecoder().decode(encoded), UTF_8);
    } catch (IllegalArgumentException e) {
      return ""; // for which nothing is signed
    }
  }

  private void answer(Context http, String owner) {
    LiveCaptions captions = board.of(owner, http.pathParam("name"));
    if (accepts(http, "text/event-stream")) {
      int last = last(http);
      new SseHandler(client -> board.follow(captions, client, last)).handle(http);
      return;
    }
    http.contentType("text/vtt; charset=utf-8")
        .result(
            captions.after(0).stream()
                .map(caption -> caption.cue() + "\n")
                .collect(joining("\n", LiveSubtitles.HEAD, "")));
  }

  private static boolean accepts(Context http, String type) {
    return Optional.ofNullable(http.header("Accept")).orElse("").contains(type);
  }

  /** What a reader has that was cut off. */
  private static int last(Context http) {
    String number = Optional.ofNullable(http.header("Last-Event-ID")).orElse("");
    return number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
  }
}
