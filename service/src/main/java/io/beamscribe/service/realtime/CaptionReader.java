// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import io.beamscribe.service.realtime.LiveCaptions.Caption;
import io.javalin.http.sse.SseClient;
import java.util.concurrent.Executor;

/**
 * One who follows captions as server-sent events: each is a cue of WebVTT, with its number as id.
 * Thread-safe; what is sent is sent aside, so that a slow reader delays nobody.
 */
final class CaptionReader implements LiveCaptions.Reader {
  private final LiveCaptions captions;
  private final SseClient client;
  private final SerialExecutor work;
  private volatile int sent;

  /**
   * @param sent number of the last caption that it has; 0 for none
   */
  CaptionReader(LiveCaptions captions, SseClient client, int sent, Executor pool) {
    this.captions = captions;
    this.client = client;
    this.sent = sent;
    this.work = new SerialExecutor(pool);
  }

  @Override
  public void tell() {
    work.execute(this::send);
  }

  private void send() {
    for (Caption caption : captions.after(sent)) {
      if (client.terminated()) {
        return;
      }
      client.sendEvent("cue", caption.cue(), String.valueOf(caption.number()));
      sent = caption.number();
    }
  }

  @Override
  public void keepAlive() {
    work.execute(
        () -> {
          if (!client.terminated()) {
            client.sendComment("");
          }
        });
  }

  @Override
  public void close() {
    client.close();
  }
}
