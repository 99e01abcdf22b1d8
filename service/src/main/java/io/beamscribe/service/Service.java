// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service;

import io.beamscribe.pipelines.models.ModelSources;
import io.beamscribe.service.access.Gate;
import io.beamscribe.service.access.RequestLimit;
import io.beamscribe.service.access.Role;
import io.beamscribe.service.api.Health;
import io.beamscribe.service.api.ModelCopies;
import io.beamscribe.service.api.Routes;
import io.beamscribe.service.api.ShortAudio;
import io.beamscribe.service.api.Tools;
import io.beamscribe.service.api.Views;
import io.beamscribe.service.content.AddressRules;
import io.beamscribe.service.content.DataFolder;
import io.beamscribe.service.content.EgressProxy;
import io.beamscribe.service.content.GuardedClient;
import io.beamscribe.service.content.LibraryGuard;
import io.beamscribe.service.content.SignedUrls;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.hooks.HookChallenge;
import io.beamscribe.service.hooks.HookSender;
import io.beamscribe.service.jobs.CopyWork;
import io.beamscribe.service.jobs.DatasetWork;
import io.beamscribe.service.jobs.EndpointWork;
import io.beamscribe.service.jobs.EvaluationWork;
import io.beamscribe.service.jobs.Janitor;
import io.beamscribe.service.jobs.ModelWork;
import io.beamscribe.service.jobs.ProgressBoard;
import io.beamscribe.service.jobs.TranscriptionWork;
import io.beamscribe.service.jobs.Work;
import io.beamscribe.service.jobs.WorkQueue;
import io.beamscribe.service.jobs.WorkTools;
import io.beamscribe.service.models.BaseModels;
import io.beamscribe.service.models.CallerSettings;
import io.beamscribe.service.models.JobOptions;
import io.beamscribe.service.models.ModelChoices;
import io.beamscribe.service.models.ModelFolders;
import io.beamscribe.service.realtime.CaptionBoard;
import io.beamscribe.service.realtime.CaptionPages;
import io.beamscribe.service.realtime.Realtime;
import io.beamscribe.service.realtime.Sockets;
import io.beamscribe.service.recognition.FastAssessor;
import io.beamscribe.service.recognition.FastRequest;
import io.beamscribe.service.recognition.FastTranscriber;
import io.beamscribe.service.recognition.Places;
import io.beamscribe.service.recognition.SessionLogs;
import io.beamscribe.service.request.Links;
import io.beamscribe.service.request.Route;
import io.beamscribe.service.storage.AccessKeys;
import io.beamscribe.service.storage.Database;
import io.beamscribe.service.storage.Entities;
import io.beamscribe.service.storage.Files;
import io.beamscribe.service.storage.HookEvents;
import io.beamscribe.service.storage.Secrets;
import io.beamscribe.service.web.Content;
import io.beamscribe.service.web.Metrics;
import io.beamscribe.service.web.OpenApi;
import io.beamscribe.service.web.Page;
import io.beamscribe.service.web.Pages;
import io.beamscribe.service.web.Server;
import io.beamscribe.service.web.ServerSettings;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListener;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running service: all of its parts, put together. Thread-safe. */
public final class Service implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Map<Kind, WorkQueue> queues = new EnumMap<>(Kind.class);
  private final Gate gate;
  private final Server server;
  private final DataFolder folder;
  private final String address;
  private final Optional<Path> firstKey;

  /**
   * Starts a service.
   *
   * @throws IOException if the folder or the port is in use
   */
  public Service(ServeOptions options) throws IOException, ModelException {
    address =
        (options.isTls() || options.getKeyStore() != null ? "https://" : "http://")
            + options.getHost();
    try {
      folder = opened(new DataFolder(Path.of(options.getData())));
      AddressRules rules = new AddressRules(orNone(options.getAllowNetworks()));
      EgressProxy egress = opened(new EgressProxy(rules));
      // Before anything asks for an address: clients of libraries keep what they find.
      ProxySelector guard = egress.selector();
      opened(LibraryGuard.of(guard));
      Database database =
          opened(
              Database.open(
                  Optional.ofNullable(options.getDatabase())
                      .orElseGet(() -> Database.inFolder(folder.root()))));
      HookEvents events = new HookEvents(database, Links::forHook);
      Entities entities = new Entities(database, events);
      Files files = new Files(database);
      Secrets secrets = new Secrets(database);
      GuardedClient client = new GuardedClient(rules, guard);
      BaseModels base = new BaseModels(ModelSources.of(options, ModelListener.SILENT).catalogue());
      SignedUrls signatures = new SignedUrls(secrets.get("files"));
      ProgressBoard board = new ProgressBoard();
      WorkTools work =
          new WorkTools(
              entities,
              files,
              folder,
              client,
              new JobOptions(options),
              new ModelChoices(Optional.ofNullable(options.getModel())),
              new ModelFolders(base, entities),
              board);
      Views views = new Views(base, board, signatures);
      Tools tools = new Tools(entities, files, events, folder, client, base, views, this::wake);
      gate = new Gate(new AccessKeys(database), secrets.get("tokens"), !Access.asked(options));
      CallerSettings callers = new CallerSettings(work.options(), work.choices());
      Places places = new Places(Runtime.getRuntime().availableProcessors());
      FastTranscriber transcriber = opened(new FastTranscriber(callers, places));
      FastAssessor assessor = opened(new FastAssessor(callers, places));
      ModelCopies copies = new ModelCopies(tools, signatures);
      List<Route> routes =
          Routes.of(
              tools,
              orNone(options.getAllowStores()),
              transcriber,
              work.models(),
              copies,
              new Health(database::healthy));
      firstKey = Access.asked(options) ? FirstKey.make(gate, folder) : Optional.empty();
      List<Page> pages = new ArrayList<>();
      SessionLogs logs = new SessionLogs(files, folder);
      CaptionBoard captions = new CaptionBoard();
      ShortAudio shortAudio = new ShortAudio(tools, transcriber, assessor, work.models(), logs);
      Metrics metrics = new Metrics(entities::counts, events::waiting);
      pages.addAll(
          Pages.of(gate, shortAudio, new Health(database::healthy), metrics, new OpenApi(routes)));
      pages.add(new Content(files, folder, signatures).page());
      pages.addAll(new CaptionPages(captions, signatures).pages());
      pages.add(new Page(HandlerType.POST, CopyWork.OFFERS, Optional.empty(), copies::take));
      queue(entities, new TranscriptionWork(work), options.getJobs());
      queue(entities, new DatasetWork(work), 2);
      queue(entities, new EndpointWork(work.models()), 1);
      queue(entities, new ModelWork(work, ModelSources.of(options, ModelListener.SILENT)), 1);
      queue(entities, new EvaluationWork(work), 1);
      queue(entities, new CopyWork(work, signatures), 1);
      queue(entities, new HookChallenge(entities, client), 4);
      HookSender hooks = opened(new HookSender(entities, events, client));
      Janitor janitor = opened(new Janitor(entities, files, folder));
      server =
          opened(
              new Server(
                  settings(options),
                  routes,
                  pages,
                  gate,
                  new RequestLimit(options.getRequestsPerMinute()),
                  metrics));
      opened(captions); // ends before the server does, which waits for its readers
      Realtime realtime =
          opened(
              new Realtime(callers, work.models(), logs, captions, options.getConnectionsPerKey()));
      Sockets sockets = new Sockets(realtime, Duration.ofSeconds(options.getIdleSeconds()));
      for (String path : Realtime.PATHS) {
        server.socket(path, Role.READ, realtime::admit, sockets);
      }
      queues.values().forEach(WorkQueue::start);
      hooks.start();
      janitor.start();
      server.start();
      warmUp(transcriber, orNone(options.getWarm()));
    } catch (IOException | ModelException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private ServerSettings settings(ServeOptions options) throws IOException {
    Optional<Path> keyStore = Optional.ofNullable(options.getKeyStore()).map(Path::of);
    String password = Optional.ofNullable(System.getenv("BEAMSCRIBE_KEYSTORE_PASSWORD")).orElse("");
    if (options.isTls() && keyStore.isEmpty()) {
      MadeKeyStore made = MadeKeyStore.in(folder);
      keyStore = Optional.of(made.file());
      password = made.password();
    }
    return new ServerSettings(
        options.getHost(),
        options.getPort(),
        Optional.ofNullable(options.getPublicUrl()),
        keyStore,
        password);
  }

  private static List<String> orNone(@org.jspecify.annotations.Nullable List<String> values) {
    return values == null ? List.of() : values;
  }

  private void queue(Entities entities, Work work, int atOnce) {
    queues.put(work.kind(), opened(new WorkQueue(entities, folder, work, atOnce)));
  }

  private static void warmUp(FastTranscriber transcriber, List<String> locales) {
    Thread thread =
        new Thread(
            () -> {
              for (String locale : locales) {
                try {
                  transcriber.warmUp(FastRequest.plain(locale));
                } catch (ModelException | SpeechException | RuntimeException e) {
                  LOG.warn("The model for {} cannot be loaded", locale, e);
                }
              }
            },
            "warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  private void wake(Kind kind) {
    WorkQueue queue = queues.get(kind);
    if (queue != null) {
      queue.wake();
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** Where callers on this machine find it. */
  public String address() {
    return address + ":" + port();
  }

  /** The file with the key that was made at the first start. */
  public Optional<Path> firstKey() {
    return firstKey;
  }

  /** Makes and lists keys. */
  public Gate gate() {
    return gate;
  }

  /** Stops it: requests, then work, which goes on at the next start. */
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.warn("A part of the service does not close", e);
      }
    }
  }
}
