// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.beamscribe.speech.models.Licence;
import io.beamscribe.speech.models.catalogue.ArchiveFormat;
import io.beamscribe.speech.models.catalogue.Catalogue;
import io.beamscribe.speech.models.catalogue.CatalogueEntry;
import io.beamscribe.speech.models.catalogue.ModelRole;
import io.beamscribe.speech.models.catalogue.ModelSource;
import io.beamscribe.speech.models.fetch.HttpFetcher;
import io.beamscribe.speech.models.fetch.PipFetcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** A store in a folder, with the messages it emits, and entries to fill it. */
final class StoreFixture {
  static final Licence FREE = new Licence("MIT", false, false);

  /** Longer than a busy machine takes to answer itself. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final Duration PAUSE = Duration.ofMillis(10);

  final Path root;
  private final Duration stall;
  final List<String> said = new CopyOnWriteArrayList<>();

  StoreFixture(Path root) {
    this(root, PATIENCE);
  }

  /**
   * @param stall a download without a new byte for so long is broken
   */
  StoreFixture(Path root, Duration stall) {
    this.root = root;
    this.stall = stall;
  }

  ModelStore store(CatalogueEntry... entries) {
    return new ModelStore(
        new Catalogue(List.of(entries)),
        root,
        said::add,
        List.of(new HttpFetcher(stall, PAUSE), new PipFetcher()));
  }

  static CatalogueEntry entry(String id, ModelSource... sources) {
    return entry(id, FREE, sources);
  }

  static CatalogueEntry entry(String id, Licence licence, ModelSource... sources) {
    return entry(id, "vosk", 10_000, licence, List.of(), sources);
  }

  static CatalogueEntry entry(
      String id,
      String engine,
      long size,
      Licence licence,
      List<String> converters,
      ModelSource... sources) {
    return new CatalogueEntry(
        id,
        engine,
        ModelRole.RECOGNITION,
        List.of("ko-KR"),
        "a model",
        size,
        licence,
        List.of(),
        converters,
        List.of(sources));
  }

  /** A checked zip with the model in folder {@code m}. */
  static ModelSource zip(String address, byte[] content) {
    return new ModelSource.Url(address, ArchiveFormat.ZIP, "m", List.of(), sha256(content), null);
  }

  static String sha256(byte[] content) {
    return DigestUtils.sha256Hex(content);
  }

  /** Checks that the store contains nothing but locks. */
  void assertNothingLeft() throws IOException {
    if (Files.exists(root)) {
      try (Stream<Path> all = Files.walk(root)) {
        assertThat(all.map(each -> root.relativize(each).toString()))
            .allMatch(name -> name.matches("|\\.tmp|\\.locks(/.*)?"));
      }
    }
  }
}
