// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.api;

import io.beamscribe.service.entities.ApiVersion;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.models.ModelFolders;
import io.beamscribe.service.recognition.FastTranscriber;
import io.beamscribe.service.request.Handler;
import io.beamscribe.service.request.Route;
import java.util.List;
import java.util.Set;

/** All operations of the API. */
public final class Routes {
  private final RouteTable table = new RouteTable();
  private final Tools tools;
  private final Creation creation;
  private final Locales locales;

  private Routes(Tools tools) {
    this.tools = tools;
    this.creation = new Creation(tools);
    this.locales = new Locales(tools);
  }

  /**
   * @param stores folders in object storage that callers may name as containers
   */
  public static List<Route> of(
      Tools tools,
      List<String> stores,
      FastTranscriber transcriber,
      ModelFolders models,
      ModelCopies copies,
      Health health) {
    Routes routes = new Routes(tools);
    routes.transcriptions(stores, new FastTranscriptions(routes.creation, transcriber, models));
    routes.datasets();
    routes.models(copies);
    routes.evaluations();
    routes.endpoints();
    routes.projects();
    routes.hooks();
    routes.table.get(
        "/healthstatus", RouteTable.OLD, "Says whether the service is well", "", health::answer);
    return routes.table.routes();
  }

  private void transcriptions(List<String> stores, FastTranscriptions fast) {
    Transcriptions create = new Transcriptions(creation, stores);
    EntityOperations all = operations(Kind.TRANSCRIPTION, Patches.project(creation));
    table.get(
        "/transcriptions/locales", RouteTable.ALL, "Lists locales", "", locales::transcriptions);
    table.write(
        "POST",
        "/transcriptions",
        RouteTable.OLD,
        "Creates a transcription",
        "Transcription",
        "Transcription",
        create::create);
    table.write(
        "POST",
        "/transcriptions:submit",
        RouteTable.DATED,
        "Creates a transcription",
        "Transcription",
        "Transcription",
        create::create);
    table.write(
        "POST",
        "/transcriptions:transcribe",
        RouteTable.DATED,
        "Transcribes a file at once",
        "Transcribe",
        "TranscribeResult",
        fast::transcribe);
    entities(all, Kind.TRANSCRIPTION, "Transcription", RouteTable.ALL);
    files(all, Kind.TRANSCRIPTION, RouteTable.ALL);
  }

  private void datasets() {
    Datasets datasets = new Datasets(creation);
    EntityOperations all = operations(Kind.DATASET, Patches.project(creation));
    table.get("/datasets/locales", RouteTable.ALL, "Lists locales", "", locales::datasets);
    table.write(
        "POST",
        "/datasets",
        RouteTable.ALL,
        "Creates a dataset",
        "Dataset",
        "Dataset",
        datasets::create);
    table.write(
        "POST",
        "/datasets/upload",
        RouteTable.OLD,
        "Creates a dataset of a file",
        "Upload",
        "Dataset",
        datasets::upload);
    entities(all, Kind.DATASET, "Dataset", RouteTable.ALL);
    files(all, Kind.DATASET, RouteTable.ALL);
    table.get(
        "/datasets/{id}/blocks",
        RouteTable.FROM_3_1,
        "Lists blocks",
        "",
        call -> datasets.blocks(call, all.entity(call)));
    table.write(
        "PUT",
        "/datasets/{id}/blocks",
        RouteTable.FROM_3_1,
        "Uploads a block",
        "Bytes",
        "",
        call -> datasets.putBlock(call, all.entity(call)));
    table.write(
        "POST",
        "/datasets/{id}/blocks:commit",
        RouteTable.FROM_3_1,
        "Commits blocks",
        "Blocks",
        "",
        call -> datasets.commit(call, all.entity(call)));
  }

  private void models(ModelCopies copies) {
    CustomSpeech custom = new CustomSpeech(creation);
    Models models = new Models(creation);
    EntityOperations all = operations(Kind.MODEL, Patches.project(creation));
    table.get("/models/locales", RouteTable.ALL, "Lists locales", "", locales::plain);
    table.get("/models/base", RouteTable.ALL, "Lists base models", "Models", models::listBase);
    table.get("/models/base/{id}", RouteTable.ALL, "Gets a base model", "Model", models::getBase);
    table.get(
        "/models/base/{id}/manifest",
        RouteTable.ALL,
        "Gets its manifest",
        "",
        models::baseManifest);
    table.write(
        "POST", "/models", RouteTable.ALL, "Trains a model", "Model", "Model", custom::model);
    table.write(
        "POST",
        "/models:authorizecopy",
        RouteTable.FROM_3_1,
        "Lets a model be copied here",
        "AuthorizeCopy",
        "",
        copies::authorize);
    entities(all, Kind.MODEL, "Model", RouteTable.ALL);
    files(all, Kind.MODEL, RouteTable.FROM_3_1);
    table.get(
        "/models/{id}/manifest",
        RouteTable.ALL,
        "Gets its manifest",
        "",
        call -> models.manifest(call, all.entity(call)));
    Handler copy = call -> models.copy(call, all.entity(call));
    table.write(
        "POST",
        "/models/{id}:copy",
        RouteTable.FROM_3_1,
        "Copies a model",
        "Copy",
        "Operation",
        copy);
    table.write(
        "POST",
        "/models/{id}:copyto",
        RouteTable.ONLY_3_1,
        "Copies a model",
        "Copy",
        "Operation",
        copy);
    table.write(
        "POST",
        "/models/{id}/copyto",
        RouteTable.ONLY_3_0,
        "Copies a model",
        "Copy",
        "Operation",
        copy);
    EntityOperations operations = operations(Kind.OPERATION, Patches.none(Kind.OPERATION));
    table.get(
        "/operations/models/copy/{id}",
        RouteTable.FROM_3_1,
        "Gets a copy operation",
        "Operation",
        operations::get);
  }

  private void evaluations() {
    CustomSpeech custom = new CustomSpeech(creation);
    EntityOperations all = operations(Kind.EVALUATION, Patches.project(creation));
    table.get("/evaluations/locales", RouteTable.ALL, "Lists locales", "", locales::plain);
    table.write(
        "POST",
        "/evaluations",
        RouteTable.ALL,
        "Compares two models",
        "Evaluation",
        "Evaluation",
        custom::evaluation);
    entities(all, Kind.EVALUATION, "Evaluation", RouteTable.ALL);
    files(all, Kind.EVALUATION, RouteTable.ALL);
  }

  private void endpoints() {
    CustomSpeech custom = new CustomSpeech(creation);
    EndpointLogs logs = new EndpointLogs(tools);
    EntityOperations all = operations(Kind.ENDPOINT, Patches.endpoint(creation));
    table.get("/endpoints/locales", RouteTable.ALL, "Lists locales", "", locales::plain);
    table.write(
        "POST",
        "/endpoints",
        RouteTable.ALL,
        "Deploys a model",
        "Endpoint",
        "Endpoint",
        custom::endpoint);
    entities(all, Kind.ENDPOINT, "Endpoint", RouteTable.ALL);
    String path = "/endpoints/{id}/files/logs";
    table.get(
        path, RouteTable.OLD, "Lists logs", "Files", call -> logs.list(call, all.entity(call)));
    table.write(
        "DELETE",
        path,
        RouteTable.OLD,
        "Deletes logs of a day and before",
        "",
        "",
        call -> logs.deleteUntil(call, all.entity(call)));
    table.get(
        path + "/{logId}",
        RouteTable.OLD,
        "Gets a log",
        "File",
        call -> logs.get(call, all.entity(call)));
    table.write(
        "DELETE",
        path + "/{logId}",
        RouteTable.OLD,
        "Deletes a log",
        "",
        "",
        call -> logs.delete(call, all.entity(call)));
    String base = "/endpoints/base/{locale}/files/logs";
    table.get(base, RouteTable.OLD, "Lists logs of base models", "Files", logs::none);
    table.write(
        "DELETE",
        base,
        RouteTable.OLD,
        "Deletes logs of base models",
        "",
        "",
        call -> call.http().status(202));
    table.get(
        base + "/{logId}", RouteTable.OLD, "Gets a log of a base model", "File", logs::missing);
    table.write(
        "DELETE",
        base + "/{logId}",
        RouteTable.OLD,
        "Deletes a log of a base model",
        "",
        "",
        call -> call.http().status(204));
  }

  private void projects() {
    CustomSpeech custom = new CustomSpeech(creation);
    EntityOperations all = operations(Kind.PROJECT, Patches.names());
    table.get("/projects/locales", RouteTable.PROJECTS, "Lists locales", "", locales::plain);
    table.write(
        "POST",
        "/projects",
        RouteTable.PROJECTS,
        "Creates a project",
        "Project",
        "Project",
        custom::project);
    entities(all, Kind.PROJECT, "Project", RouteTable.PROJECTS);
    for (Kind kind :
        List.of(Kind.EVALUATION, Kind.DATASET, Kind.ENDPOINT, Kind.MODEL, Kind.TRANSCRIPTION)) {
      EntityOperations listed = operations(kind, Patches.names());
      table.get(
          "/projects/{id}/" + kind.path(),
          RouteTable.PROJECTS,
          "Lists the " + kind.path() + " of a project",
          "",
          listed::ofProject);
    }
  }

  private void hooks() {
    WebHooks hooks = new WebHooks(creation);
    EntityOperations all = operations(Kind.WEBHOOK, Patches.hook(hooks));
    table.write(
        "POST",
        "/webhooks",
        RouteTable.ALL,
        "Creates a web hook",
        "WebHook",
        "WebHook",
        hooks::create);
    entities(all, Kind.WEBHOOK, "WebHook", RouteTable.ALL);
    Handler ping = call -> hooks.ping(call, all.entity(call));
    Handler test = call -> hooks.test(call, all.entity(call));
    action("/webhooks/{id}", "ping", "Sends a ping", ping);
    action("/webhooks/{id}", "test", "Sends what the newest entities would", test);
  }

  private void action(String path, String name, String summary, Handler handler) {
    table.write("POST", path + "/" + name, RouteTable.ONLY_3_0, summary, "", "", handler);
    table.write("POST", path + ":" + name, RouteTable.FROM_3_1, summary, "", "", handler);
  }

  private EntityOperations operations(Kind kind, EntityOperations.Patch patch) {
    return new EntityOperations(tools, kind, patch);
  }

  private void entities(EntityOperations all, Kind kind, String schema, Set<ApiVersion> versions) {
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

  private void files(EntityOperations all, Kind kind, Set<ApiVersion> versions) {
    String path = "/" + kind.path() + "/{id}/files";
    table.get(path, versions, "Lists its files", "Files", all::files);
    table.get(path + "/{fileId}", versions, "Gets a file", "File", all::file);
  }
}
