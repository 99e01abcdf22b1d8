// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

import io.beamscribe.service.entities.Kind;
import java.util.List;

/** All operations of the API. */
public final class Routes {
  private Routes() {}

  /**
   * @param stores folders in object storage that callers may name as containers
   */
  public static List<Route> of(Tools tools, List<String> stores) {
    RouteTable table = new RouteTable();
    Creation creation = new Creation(tools);
    transcriptions(table, tools, new Transcriptions(creation, stores));
    return table.routes();
  }

  private static void transcriptions(RouteTable table, Tools tools, Transcriptions creation) {
    EntityOperations all =
        new EntityOperations(tools, Kind.TRANSCRIPTION, Patches.project(new Creation(tools)));
    table.write(
        "POST",
        "/transcriptions",
        RouteTable.OLD,
        "Creates a transcription",
        "Transcription",
        "Transcription",
        creation::create);
    table.write(
        "POST",
        "/transcriptions:submit",
        RouteTable.DATED,
        "Creates a transcription",
        "Transcription",
        "Transcription",
        creation::create);
    entities(table, all, Kind.TRANSCRIPTION, "Transcription", RouteTable.ALL);
    files(table, all, Kind.TRANSCRIPTION);
  }

  private static void entities(
      RouteTable table,
      EntityOperations all,
      Kind kind,
      String schema,
      java.util.Set<io.beamscribe.service.entities.ApiVersion> versions) {
    String path = "/" + kind.path();
    String word = kind.word();
    table.get(path, versions, "Lists " + word + "s", schema + "s", all::list);
    table.get(path + "/{id}", versions, "Gets a " + word, schema, all::get);
    table.write(
        "PATCH",
        path + "/{id}",
        versions,
        "Changes a " + word,
        schema + "Update",
        schema,
        all::patch);
    table.write("DELETE", path + "/{id}", versions, "Deletes a " + word, "", "", all::delete);
  }

  private static void files(RouteTable table, EntityOperations all, Kind kind) {
    String path = "/" + kind.path() + "/{id}/files";
    table.get(path, RouteTable.ALL, "Lists its files", "Files", all::files);
    table.get(path + "/{fileId}", RouteTable.ALL, "Gets a file", "File", all::file);
  }
}
