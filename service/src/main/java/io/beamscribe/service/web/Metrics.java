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
  private final Supplier<Map<String, Long>> gauges;

  /**
   * @param entities numbers by kind and status, with a space between
   * @param gauges others, by name
   */
  public Metrics(Supplier<Map<String, Long>> entities, Supplier<Map<String, Long>> gauges) {
    this.entities = entities;
    this.gauges = gauges;
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
    text.append("# TYPE beamscribe_requests_total counter\n");
    for (Map.Entry<String, LongAdder> each : new TreeMap<>(requests).entrySet()) {
      long number = each.getValue().sum();
      all += number;
      text.append("beamscribe_requests_total{").append(each.getKey()).append("} ");
      text.append(number).append('\n');
    }
    text.append("# TYPE beamscribe_request_seconds summary\n");
    text.append("beamscribe_request_seconds_sum ").append(nanos.sum() / 1e9).append('\n');
    text.append("beamscribe_request_seconds_count ").append(all).append('\n');
    text.append("# TYPE beamscribe_entities gauge\n");
    new TreeMap<>(entities.get())
        .forEach(
            (name, number) -> {
              String[] parts = name.split(" ", 2);
              text.append("beamscribe_entities{kind=\"").append(parts[0]);
              text.append("\",status=\"").append(parts[1]).append("\"} ");
              text.append(number).append('\n');
            });
    new TreeMap<>(gauges.get())
        .forEach(
            (name, number) -> {
              text.append("# TYPE beamscribe_").append(name).append(" gauge\nbeamscribe_");
              text.append(name).append(' ').append(number).append('\n');
            });
    call.http().contentType("text/plain; version=0.0.4; charset=utf-8").result(text.toString());
  }
}
