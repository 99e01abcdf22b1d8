// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.Page;
import io.beamscribe.service.entities.StoredFile;
import io.beamscribe.service.request.Call;
import io.beamscribe.service.request.Links;
import io.beamscribe.service.request.Lists;
import io.beamscribe.service.storage.Condition;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** What endpoints have logged: files of the endpoint. Thread-safe. */
final class EndpointLogs {
  private static final Duration LIFETIME = Duration.ofHours(12);

  private final Tools tools;

  EndpointLogs(Tools tools) {
    this.tools = tools;
  }

  void list(Call call, Entity endpoint) {
    int top = call.number("top", Lists.TOP, 1, 100);
    int skip = call.number("skipToken", 0, 0, Integer.MAX_VALUE - 1000);
    Page<StoredFile> page = tools.files().list(endpoint.id(), Condition.ALL, skip, top);
    String path = Links.path(endpoint) + "/files/logs";
    ObjectNode document =
        Lists.document(
            call,
            path,
            new Page<>(page.values(), false),
            file -> tools.views().file(call, endpoint, file, LIFETIME));
    if (page.more()) {
      document.put("@nextLink", call.link(path + "?skipToken=" + (skip + top) + "&top=" + top));
    }
    call.answer(200, document);
  }

  void get(Call call, Entity endpoint) {
    call.answer(200, tools.views().file(call, endpoint, log(call, endpoint), LIFETIME));
  }

  private StoredFile log(Call call, Entity endpoint) {
    return find(call, endpoint).orElseThrow(() -> ApiException.notFound("There is no such log."));
  }

  private Optional<StoredFile> find(Call call, Entity endpoint) {
    return tools
        .files()
        .find(call.http().pathParam("logId"))
        .filter(file -> file.entity().equals(endpoint.id()));
  }

  /** As with all that is deleted: it may be gone already. */
  void delete(Call call, Entity endpoint) {
    find(call, endpoint).ifPresent(log -> remove(List.of(log)));
    call.http().status(204);
  }

  /** Deletes those of a day and before. */
  void deleteUntil(Call call, Entity endpoint) {
    String date = call.query("endDate");
    LocalDate last;
    try {
      last = date.isEmpty() ? LocalDate.now(ZoneOffset.UTC) : LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      throw ApiException.invalid(
          "InvalidLogDate", "endDate", "endDate must be a date such as 2026-02-01.");
    }
    long end = last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    Page<StoredFile> old =
        tools.files().list(endpoint.id(), new Condition("created < ?", List.of(end)), 0, 100_000);
    remove(old.values());
    call.http().status(202);
  }

  private void remove(List<StoredFile> logs) {
    logs.forEach(log -> tools.folder().deleteFile(log.location()));
    tools.files().remove(logs.stream().map(StoredFile::id).toList());
  }

  void missing(Call call) {
    call.answer(
        404, Jsons.object().put("code", "NotFound").put("message", "There is no such log."));
  }

  /** Logs of base models: none are kept. */
  void none(Call call) {
    call.answer(200, Lists.document(call, "", new Page<StoredFile>(List.of(), false), f -> null));
  }
}
