// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import static io.beamscribe.speech.models.store.StoreFixture.FREE;
import static io.beamscribe.speech.models.store.StoreFixture.entry;
import static io.beamscribe.speech.models.store.StoreFixture.sha256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.models.Archives;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelServer;
import io.beamscribe.speech.models.catalogue.ArchiveFormat;
import io.beamscribe.speech.models.catalogue.ModelSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models in several files, or split over several archives. */
class PartsTest {
  private static final byte[] SMALL = "small".getBytes(StandardCharsets.UTF_8);
  private static final byte[] LARGE = "a larger file".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  @AutoClose private final ModelServer server = new ModelServer();
  private StoreFixture fixture;

  @BeforeEach
  void start() {
    fixture = new StoreFixture(folder.resolve("store"));
  }

  @Test
  void filesMeetInOneFolder() throws Exception {
    ModelSource source =
        parts(
            file(server.serve("/m/a.json", SMALL) + "?key=secret", SMALL),
            file(server.serve("/m/b.bin", LARGE), LARGE));
    Model model = pull(source);
    assertThat(model.folder().toFile().list()).containsExactlyInAnyOrder("a.json", "b.bin");
    assertThat(model.folder().resolve("b.bin")).hasBinaryContent(LARGE);
    assertThat(source.name()).isEqualTo(server.address("/m"));
    assertThat(source.checked()).isTrue();
    assertThat(fixture.said).isEmpty();

    pull(source);
    assertThat(server.requests).containsExactly("/m/a.json", "/m/b.bin");
    byte[] other = "other".getBytes(StandardCharsets.UTF_8);
    pull(
        parts(
            file(server.serve("/m/a.json", other), other),
            file(server.address("/m/b.bin"), LARGE)));
    assertThat(server.requests).as("another catalogue means other parts").hasSize(4);
  }

  @Test
  void whatWasCutIsJoined() throws Exception {
    Model model = pull(cut(sha256(LARGE)));
    assertThat(model.folder().toFile().list()).containsExactlyInAnyOrder("a.json", "b.bin");
    assertThat(model.folder().resolve("b.bin")).hasBinaryContent(LARGE);
  }

  @Test
  void joinedFileIsChecked() throws IOException {
    assertThatThrownBy(() -> pull(cut(sha256(SMALL))))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("b.bin: the checksum is wrong (published " + sha256(SMALL));
    fixture.assertNothingLeft();
  }

  /** Two archives, each with a piece. */
  private ModelSource cut(String sha256) {
    byte[] first =
        Archives.zip(Map.of("p/a.json", SMALL, "p/b.1", Arrays.copyOf(LARGE, 5), "other", SMALL));
    byte[] second = Archives.zip(Map.of("p/b.2", Arrays.copyOfRange(LARGE, 5, LARGE.length)));
    return new ModelSource.Parts(
        List.of(
            archive(server.serve("/1.zip", first), first),
            archive(server.serve("/2.zip", second), second)),
        List.of(new ModelSource.Join("b.bin", List.of("b.1", "b.2"), sha256)));
  }

  @Test
  void pieceThatIsInNoPartIsMissed() throws IOException {
    byte[] archive = Archives.zip(Map.of("p/b.1", LARGE));
    ModelSource source =
        new ModelSource.Parts(
            List.of(archive(server.serve("/1.zip", archive), archive)),
            List.of(new ModelSource.Join("b.bin", List.of("b.1", "b.2"), null)));
    assertThatThrownBy(() -> pull(source))
        .hasMessageContaining("b.2, a piece of b.bin, is missing");
    fixture.assertNothingLeft();
  }

  @Test
  void wrongChecksumOfAPartLeavesNothing() throws IOException {
    ModelSource source =
        parts(
            file(server.serve("/m/a.json", SMALL), SMALL),
            file(server.serve("/m/b.bin", SMALL), LARGE));
    assertThatThrownBy(() -> pull(source))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "a is unavailable. "
                + server.address("/m")
                + ": b.bin: the checksum is wrong (published "
                + sha256(LARGE)
                + ", found "
                + sha256(SMALL)
                + ").");
    fixture.assertNothingLeft();
  }

  @Test
  void missingPartLeavesNothing() throws IOException {
    ModelSource source =
        parts(
            file(server.serve("/m/a.json", SMALL), SMALL), file(server.address("/m/b.bin"), LARGE));
    assertThatThrownBy(() -> pull(source))
        .hasMessageContaining("b.bin: 127.0.0.1 answers with status 404");
    fixture.assertNothingLeft();
  }

  @Test
  void partThatIsCutOffLeavesNothing() throws IOException {
    String address =
        server.serve(
            "/m/b.bin",
            exchange -> {
              exchange.sendResponseHeaders(200, LARGE.length);
              exchange.getResponseBody().write(LARGE, 0, 5);
              exchange.getResponseBody().flush();
            });
    ModelSource source = parts(file(server.serve("/m/a.json", SMALL), SMALL), file(address, LARGE));
    assertThatThrownBy(() -> pull(source))
        .hasMessageContaining("b.bin: the download from 127.0.0.1 broke off");
    fixture.assertNothingLeft();
  }

  @Test
  void partWithoutAChecksumIsTrustedAndSaidSo() throws ModelException {
    ModelSource source =
        parts(
            file(server.serve("/m/a.json", SMALL), SMALL),
            new ModelSource.Url(
                server.serve("/m/b.bin", LARGE), ArchiveFormat.FILE, null, null, null, null));
    pull(source);
    assertThat(source.checked()).isFalse();
    assertThat(fixture.said)
        .singleElement()
        .asString()
        .contains("no checksum is published for " + server.address("/m/b.bin"))
        .contains(sha256(LARGE));
    pull(source);
    assertThat(server.requests).hasSize(2);
  }

  @Test
  void twoPartsCannotHoldTheSameFile() throws IOException {
    byte[] archive = Archives.zip(Map.of("p/a", SMALL));
    String address = server.serve("/1.zip", archive);
    assertThatThrownBy(() -> pull(parts(archive(address, archive), archive(address, archive))))
        .hasMessageContaining("a stands where another file is");
    fixture.assertNothingLeft();
  }

  private static ModelSource parts(ModelSource.Single... parts) {
    return new ModelSource.Parts(List.of(parts), List.of());
  }

  private static ModelSource.Single file(String address, byte[] content) {
    return new ModelSource.Url(address, ArchiveFormat.FILE, null, null, sha256(content), null);
  }

  private static ModelSource.Single archive(String address, byte[] content) {
    return new ModelSource.Url(address, ArchiveFormat.ZIP, "p", null, sha256(content), null);
  }

  private Model pull(ModelSource source) throws ModelException {
    return fixture.store(entry("a", "none", 10_000, FREE, List.of(), source)).pull("a");
  }
}
