// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.store;

import static io.beamscribe.speech.models.store.StoreFixture.FREE;
import static io.beamscribe.speech.models.store.StoreFixture.entry;
import static io.beamscribe.speech.models.store.StoreFixture.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.beamscribe.speech.models.Archives;
import io.beamscribe.speech.models.Licence;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.ModelListing;
import io.beamscribe.speech.models.ModelServer;
import io.beamscribe.speech.models.Verification;
import io.beamscribe.speech.models.catalogue.CatalogueEntry;
import io.beamscribe.speech.models.catalogue.ModelSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of the model store. */
class ModelStoreTest {
  private static final byte[] ARCHIVE = Archives.zip(Archives.voskModel("m/", "1"));
  private static final Licence NC = new Licence("CC-BY-NC-4.0", true, false);

  @TempDir Path folder;
  @AutoClose private final ModelServer server = new ModelServer();
  private StoreFixture fixture;

  @BeforeEach
  void start() {
    fixture = new StoreFixture(folder.resolve("store"));
  }

  @Test
  void pullsOnce() throws ModelException {
    CatalogueEntry entry = entry("a", zip(server.serve("/a.zip", ARCHIVE), ARCHIVE));
    ModelStore store = fixture.store(entry);
    assertThatThrownBy(() -> store.path("a")).hasMessageContaining("not pulled");

    Model first = store.pull("a");
    Model second = fixture.store(entry).pull("a");

    assertThat(first.folder().resolve("am/final.mdl")).hasContent("am/final.mdl1");
    assertThat(second).isEqualTo(first);
    assertThat(store.path("a")).isEqualTo(first.folder());
    assertThat(server.requests).containsExactly("/a.zip");
    assertThat(fixture.said).isEmpty();
  }

  @Test
  void digestIsOfTheContentAlone() throws ModelException {
    byte[] other = Archives.zip(Archives.voskModel("m/", "2"));
    ModelStore store =
        fixture.store(
            entry("a", zip(server.serve("/a.zip", ARCHIVE), ARCHIVE)),
            entry("b", zip(server.serve("/b.zip", ARCHIVE), ARCHIVE)),
            entry("c", zip(server.serve("/c.zip", other), other)));
    assertThat(store.pull("b").digest()).isEqualTo(store.pull("a").digest());
    assertThat(store.pull("c").digest()).isNotEqualTo(store.pull("a").digest());
  }

  @Test
  void anotherCatalogueMayMeanAnotherModelByTheName() throws ModelException {
    byte[] other = Archives.zip(Archives.voskModel("m/", "2"));
    fixture.store(entry("a", zip(server.serve("/a.zip", ARCHIVE), ARCHIVE))).pull("a");
    Model model = fixture.store(entry("a", zip(server.serve("/b.zip", other), other))).pull("a");
    assertThat(model.folder().resolve("am/final.mdl")).hasContent("am/final.mdl2");
  }

  @Test
  void otherConvertersMeanAnotherModel() throws ModelException {
    ModelSource source = zip(server.serve("/a.zip", ARCHIVE), ARCHIVE);
    CatalogueEntry plain = entry("a", source);
    CatalogueEntry converted =
        entry("a", "vosk", 10_000, FREE, List.of("vosk-const-grammar"), source);
    fixture.store(plain).pull("a");
    fixture.store(converted).pull("a");
    fixture.store(converted).pull("a");
    assertThat(server.requests).hasSize(2);
  }

  @Test
  void defaultOfALocaleFallsThroughAndSaysWhy() throws ModelException {
    ModelStore store =
        fixture.store(
            entry("a", zip(server.address("/missing.zip"), ARCHIVE)),
            entry("b", NC, zip(server.serve("/b.zip", ARCHIVE), ARCHIVE)),
            entry("c", zip(server.serve("/c.zip", ARCHIVE), ARCHIVE)));
    Model model = store.resolve(null, "ko-KR");
    assertThat(model.id()).isEqualTo("c");
    assertThat(model.reason())
        .startsWith("it is the catalogue's choice for ko-KR (")
        .contains("/missing.zip: 127.0.0.1 answers with status 404")
        .contains("b is only used by name: its licence (CC-BY-NC-4.0) forbids commercial use");
  }

  @Test
  void manyThatCannotBeHadMakeNoLongSentence() throws ModelException {
    ModelSource missing = zip(server.address("/missing.zip"), ARCHIVE);
    ModelStore store =
        fixture.store(
            entry("a", missing),
            entry("b", missing),
            entry("c", missing),
            entry("d", zip(server.serve("/d.zip", ARCHIVE), ARCHIVE)));
    assertThat(store.resolve(null, "ko-KR").reason())
        .startsWith("it is the catalogue's choice for ko-KR (a is unavailable.")
        .endsWith("; also skipped: b, c)");
  }

  @Test
  void namedModelIsUsedOrTheRunFails() throws ModelException {
    ModelStore store =
        fixture.store(
            entry("a", zip(server.address("/missing.zip"), ARCHIVE)),
            entry("b", NC, zip(server.serve("/b.zip", ARCHIVE), ARCHIVE)));
    assertThatThrownBy(() -> store.resolve("a", "ko-KR"))
        .isInstanceOf(ModelException.class)
        .hasMessageMatching("a is unavailable\\. .*/missing\\.zip: .* status 404\\.");
    assertThat(store.resolve("b", "en-US").id()).isEqualTo("b");
    assertThat(fixture.said)
        .containsExactly(
            "b is a model for ko-KR, not en-US.",
            "b: its licence (CC-BY-NC-4.0) forbids commercial use.");
  }

  @Test
  void languageStandsInForALocale() throws ModelException {
    ModelStore store = fixture.store(entry("a", zip(server.serve("/a.zip", ARCHIVE), ARCHIVE)));
    assertThat(store.resolve("", "ko-KP").reason()).startsWith("none is made for ko-KP");
    assertThatThrownBy(() -> store.resolve(null, "fi-FI"))
        .hasMessageStartingWith("No model is known for fi-FI");
    assertThatThrownBy(() -> store.pull("x")).hasMessageStartingWith("No model is called x");
  }

  @Test
  void runsFromAStoreThatCannotBeWritten() throws Exception {
    CatalogueEntry entry = entry("a", zip(server.serve("/a.zip", ARCHIVE), ARCHIVE));
    fixture.store(entry).pull("a");
    Files.delete(fixture.root.resolve(".locks/a"));
    Files.delete(fixture.root.resolve(".locks"));
    Files.writeString(fixture.root.resolve(".locks"), "no folder, so no lock can be taken");
    assertThat(fixture.store(entry).pull("a").id()).isEqualTo("a");
  }

  @Test
  void saysThatTheStoreCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    StoreFixture under = new StoreFixture(file.resolve("store"));
    ModelStore store = under.store(entry("a", zip(server.serve("/a.zip", ARCHIVE), ARCHIVE)));
    assertThatThrownBy(() -> store.pull("a"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("cannot be written")
        .hasMessageContaining("BEAMSCRIBE_MODELS");
  }

  @Test
  void listsCatalogueFirst() throws ModelException {
    byte[] other = Archives.zip(Archives.voskModel("m/", "2"));
    CatalogueEntry gone = entry("gone", zip(server.serve("/g.zip", other), other));
    fixture.store(gone).pull("gone");
    ModelStore store =
        fixture.store(
            entry("a", zip(server.serve("/a.zip", ARCHIVE), ARCHIVE)),
            entry("b", NC, zip(server.address("/b.zip"), ARCHIVE)));
    store.pull("a");
    assertThat(store.list())
        .extracting(ModelListing::id, ModelListing::pulled, ModelListing::size)
        .containsExactly(
            tuple("a", true, 79L), tuple("b", false, 10_000L), tuple("gone", true, 79L));
  }

  @Test
  void verifyFindsEveryChange() throws Exception {
    ModelStore store = fixture.store(entry("a", zip(server.serve("/a.zip", ARCHIVE), ARCHIVE)));
    assertThat(store.verify()).isEmpty();
    Path model = store.pull("a").folder();
    assertThat(store.verify()).containsExactly(new Verification("a", List.of()));

    Files.writeString(model.resolve("am/final.mdl"), "am/final.mdl2");
    Files.delete(model.resolve("conf/mfcc.conf"));
    Files.writeString(model.resolve("graph/extra"), "");
    assertThat(store.verify().get(0).defects())
        .containsExactlyInAnyOrder(
            "am/final.mdl has changed.",
            "conf/mfcc.conf is missing.",
            "graph/extra does not belong to it.");

    Files.writeString(fixture.root.resolve("a/manifest.json"), "{");
    assertThat(store.verify().get(0).sound()).isFalse();
    assertThat(store.pull("a").folder().resolve("am/final.mdl")).hasContent("am/final.mdl1");
    assertThat(store.verify()).containsExactly(new Verification("a", List.of()));
  }

  @Test
  void damagedModelIsFetchedAnew() throws Exception {
    CatalogueEntry entry = entry("a", zip(server.serve("/a.zip", ARCHIVE), ARCHIVE));
    Path model = fixture.store(entry).pull("a").folder();
    Files.writeString(model.resolve("am/final.mdl"), "cut");
    assertThat(fixture.store(entry).pull("a").folder().resolve("am/final.mdl"))
        .hasContent("am/final.mdl1");
    assertThat(server.requests).hasSize(2);
  }
}
