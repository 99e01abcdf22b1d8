// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.web;

import io.beamscribe.service.request.Call;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Figures about the service, for Prometheus. Thread-safe. */
public final class Metrics {
  private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
  private final LongAdder nanos = new LongAdder();
  private final Supplier<Map<String, Long>> entities;
  private final Supplier<Long> waitingEvents;

  /**
   * @param entities numbers by kind and status, with a space between
   * @param waitingEvents number of calls of web hooks that are still to be made
   */
  public Metrics(Supplier<Map<String, Long>> entities, Supplier<Long> waitingEvents) {
    this.entities = entities;
    this.waitingEvents = waitingEvents;
  }

  void count(String method, int status, long took) {
    requests
        .computeIfAbsent(
            "method=\"" + method + "\",status=\"" + status + "\"", key -> new LongAdder())
        .increment();
    nanos.add(took);
  }

  void answer(Call call) {
    StringBuilder text = new StringBuilder();
    long all = 0;
    begin(text, "beamscribe_requests_total", "counter", "Requests that were answered.");
    for (Map.Entry<String, LongAdder> each : new TreeMap<>(requests).entrySet()) {
      long number = each.getValue().sum();
      all += number;
      text.append("beamscribe_requests_total{").append(each.getKey()).append("} ");
      text.append(number).append('\n');
    }
    begin(text, "beamscribe_request_seconds", "summary", "Time that the answers took.");
    text.append("beamscribe_request_seconds_sum ").append(nanos.sum() / 1e9).append('\n');
    text.append("beamscribe_request_seconds_count ").append(all).append('\n');
    begin(text, "beamscribe_entities", "gauge", "Entities by kind and status.");
    new TreeMap<>(entities.get())
        .forEach(
            (name, number) -> {
              String[] parts = name.split(" ", 2);
              text.append("beamscribe_entities{kind=\"").append(parts[0]);
              text.append("\",status=\"").append(parts[1]).append("\"} ");
              text.append(number).append('\n');
            });
    begin(text, "beamscribe_hook_events_waiting", "gauge", "Calls of web hooks still to be made.");
    text.append("beamscribe_hook_events_waiting ").append(waitingEvents.get()).append('\n');
    call.http().contentType("text/plain; version=0.0.4; charset=utf-8").result(text.toString());
  }

  private static void begin(StringBuilder text, String name, String type, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }
}
