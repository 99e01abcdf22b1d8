// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.content.GuardedClient;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.ApiVersion;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.entities.Status;
import io.beamscribe.service.request.Call;
import io.beamscribe.service.request.Form;
import io.beamscribe.service.request.Input;
import io.beamscribe.service.request.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Creates datasets: of an address, of an upload, or of blocks. Thread-safe. */
final class Datasets {
  static final List<String> KINDS =
      List.of(
          "Language",
          "Acoustic",
          "Pronunciation",
          "AudioFiles",
          "LanguageMarkdown",
          "OutputFormatting");
  private static final int LONGEST_BLOCK_ID = 64;
  private static final long MOST_BLOCK = 8L << 20;
  private static final long MOST_UPLOAD = 2L << 30;

  private final Creation creation;
  private final Tools tools;

  Datasets(Creation creation) {
    this.creation = creation;
    this.tools = creation.tools();
  }

  void create(Call call) {
    Input body = call.body();
    ObjectNode hidden = Jsons.object();
    Optional<String> url = body.text("contentUrl");
    if (url.isEmpty() && call.version() == ApiVersion.V3_0) {
      throw body.wrong("contentUrl", "is required");
    }
    url.ifPresent(address -> hidden.put("contentUrl", address(body, address)));
    hidden.put("waits", url.isEmpty());
    creation.store(call, entity(call, body, hidden));
  }

  private static String address(Input body, String address) {
    try {
      return GuardedClient.web(address).toString();
    } catch (IllegalArgumentException e) {
      throw body.wrong("contentUrl", "must be an http or https address");
    }
  }

  private Entity entity(Call call, Input body, ObjectNode hidden) {
    String kind = body.oneOf("kind", KINDS).orElseThrow(() -> body.wrong("kind", "is required"));
    String locale = creation.locale(body);
    ObjectNode references = hidden.putObject("references");
    creation.project(call, body, references);
    ObjectNode properties = Jsons.object();
    properties.put(
        "textNormalizationKind",
        body.object("properties")
            .flatMap(given -> given.oneOf("textNormalizationKind", List.of("Default", "None")))
            .orElse("Default"));
    Entity entity = creation.entity(call, Kind.DATASET, kind, locale, body, properties, hidden);
    return hidden.path("waits").asBoolean() ? entity.withHidden(hidden) : entity;
  }

  /** Creates one of a form with a file. */
  void upload(Call call) throws Exception {
    Form form = Form.of(call, tools.folder(), MOST_UPLOAD);
    ObjectNode fields = Jsons.object();
    for (String name : List.of("displayName", "description", "locale", "kind", "email")) {
      form.text(name).ifPresent(text -> fields.put(name, text));
    }
    form.text("customProperties")
        .filter(text -> !text.isBlank())
        .ifPresent(
            text ->
                fields.set(
                    "customProperties",
                    Input.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)).tree()));
    form.text("project")
        .filter(text -> !text.isBlank())
        .ifPresent(text -> fields.putObject("project").put("self", text));
    Input body = Input.of(Jsons.bytes(fields));
    Path data = form.file("data").orElseThrow(() -> body.wrong("data", "is required"));
    ObjectNode hidden = Jsons.object().put("waits", false);
    Entity entity = entity(call, body, hidden);
    Path content = tools.folder().work(entity.id()).resolve("content");
    Files.move(data, content);
    creation.store(call, entity);
  }

  void blocks(Call call, Entity dataset) throws IOException {
    ObjectNode document = Jsons.object();
    ArrayNode committed = document.putArray("committedBlocks");
    ArrayNode open = document.putArray("uncommittedBlocks");
    dataset.hidden().path("blocks").forEach(committed::add);
    for (Path block : uncommitted(dataset)) {
      open.addObject().put("name", name(block)).put("size", Files.size(block));
    }
    call.answer(200, document);
  }

  void putBlock(Call call, Entity dataset) throws IOException {
    waiting(dataset);
    String id = call.query("blockid");
    try {
      int length = Base64.getDecoder().decode(id).length;
      if (length < 1 || length > LONGEST_BLOCK_ID) {
        throw new IllegalArgumentException(id);
      }
    } catch (IllegalArgumentException e) {
      throw ApiException.invalidParameter("blockid", "blockid must be base64 of 1 to 64 bytes.");
    }
    Path part = tools.folder().temporary();
    try {
      try (InputStream in = call.http().req().getInputStream();
          var out = Files.newOutputStream(part)) {
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          size += count;
          if (size > MOST_BLOCK) {
            throw ApiException.tooLarge("A block has at most 8 MiB.");
          }
          out.write(buffer, 0, count);
        }
      }
      Files.move(
          part, blockFolder(dataset).resolve(fileName(id)), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    call.http().status(201);
  }

  void commit(Call call, Entity dataset) throws IOException {
    waiting(dataset);
    List<Input> wanted = Input.list(call.http().bodyAsBytes());
    Path content = tools.folder().temporary();
    ArrayNode committed = Jsons.object().putArray("blocks");
    try {
      try (var out = Files.newOutputStream(content)) {
        for (Input each : wanted) {
          each.oneOf("kind", List.of("Committed", "Uncommitted", "Latest"));
          String id = each.requiredText("id", 200);
          Path block = blockFolder(dataset).resolve(fileName(id));
          if (!Files.isRegularFile(block)) {
            throw ApiException.invalidParameter(
                "id", "There is no block " + Printable.of(id) + ".");
          }
          Files.copy(block, out);
          committed.addObject().put("name", id).put("size", Files.size(block));
        }
      }
      // It may be there already, if the service was killed before the dataset knew of it.
      Files.move(
          content,
          tools.folder().work(dataset.id()).resolve("content"),
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(content);
    }
    tools
        .entities()
        .update(
            dataset.id(),
            now -> {
              ObjectNode hidden = now.hidden().deepCopy();
              hidden.put("waits", false);
              hidden.set("blocks", committed);
              return now.withHidden(hidden);
            });
    tools.wake().accept(Kind.DATASET);
    call.http().status(200);
  }

  private static void waiting(Entity dataset) {
    if (!dataset.hidden().path("waits").asBoolean() || dataset.status() != Status.NOT_STARTED) {
      throw ApiException.conflict("UnexpectedError", "The dataset waits for no blocks.");
    }
  }

  private List<Path> uncommitted(Entity dataset) throws IOException {
    if (!dataset.hidden().path("waits").asBoolean()) {
      return List.of();
    }
    try (var files = Files.list(blockFolder(dataset))) {
      return files.sorted().toList();
    }
  }

  private Path blockFolder(Entity dataset) throws IOException {
    return Files.createDirectories(tools.folder().work(dataset.id()).resolve("blocks"));
  }

  /** Base64 has characters that names of files cannot have. */
  private static String fileName(String id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(id.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String name(Path block) {
    return new String(
        Base64.getUrlDecoder().decode(block.getFileName().toString()),
        java.nio.charset.StandardCharsets.UTF_8);
  }
}
