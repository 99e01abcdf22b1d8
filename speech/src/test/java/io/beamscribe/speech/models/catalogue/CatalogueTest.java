// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.speech.models.Licence;
import io.beamscribe.speech.models.Model;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.convert.ModelConverter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
  private final Catalogue builtIn = Catalogue.builtIn();

  @ParameterizedTest
  @CsvSource({
    "ko-KR, vosk-small-ko",
    "ko_kr, vosk-small-ko",
    "en-US, vosk-small-en-us",
    "en-IN, vosk-small-en-in",
    "en-AU, vosk-small-en-us",
    "de-AT, vosk-small-de",
    "zh-CN, vosk-small-cn"
  })
  void exactLocaleComesBeforeLanguage(String locale, String id) {
    assertThat(builtIn.forLocale(locale).get(0).id()).isEqualTo(id);
  }

  @Test
  void listsEveryModelOfTheLanguage() {
    assertThat(builtIn.forLocale("en-IN"))
        .extracting(CatalogueEntry::id)
        .startsWith("vosk-small-en-in", "vosk-en-in", "vosk-small-en-us")
        .doesNotHaveDuplicates();
    assertThat(builtIn.forLocale("xx-XX")).isEmpty();
    assertThat(builtIn.forLocale("auto")).isEmpty();
  }

  @Test
  void modelsOfManyLanguagesComeAfterThoseOfOne() {
    for (String locale : List.of("ko-KR", "ko-KP", "en", "ar-EG", "nb-NO", "yue-HK")) {
      assertThat(builtIn.forLocale(locale)).isNotEmpty();
      List<String> engines =
          builtIn.forLocale(locale).stream().map(CatalogueEntry::engine).distinct().toList();
      assertThat(engines).as(locale).endsWith("whisper").hasSizeBetween(1, 2);
    }
    assertThat(builtIn.forLocale("fi-FI"))
        .extracting(CatalogueEntry::id)
        .startsWith(
            "whisper-base",
            "whisper-small",
            "whisper-medium",
            "whisper-large-v3-turbo",
            "whisper-large-v3",
            "whisper-tiny")
        .hasSize(12);
    assertThat(Model.languages(builtIn.find("whisper-base").orElseThrow().locales()))
        .isEqualTo("101 languages");
    assertThat(Model.languages(List.of("pt-BR", "pt-PT"))).isEqualTo("pt-BR, pt-PT");
  }

  @Test
  void entryThatIsLikeAnotherSaysOnlyWhatDiffers() {
    CatalogueEntry base = builtIn.find("whisper-base").orElseThrow();
    CatalogueEntry single = builtIn.find("whisper-base-fp32").orElseThrow();
    assertThat(single.sources()).isEqualTo(base.sources());
    assertThat(single.locales()).isEqualTo(base.locales());
    assertThat(single.converters()).containsExactly("whisper-onnx-fp32-2");
    assertThat(base.converters()).containsExactly("whisper-onnx-int8-3");
    assertThat(builtIn.entries())
        .filteredOn(entry -> entry.engine().equals("whisper"))
        .hasSize(12)
        .allMatch(CatalogueEntry::checked);
  }

  @Test
  void modelsAreAskedForByRole() throws ModelException {
    for (ModelRole helper :
        List.of(
            ModelRole.DETECTOR,
            ModelRole.SEGMENTATION,
            ModelRole.EMBEDDING,
            ModelRole.NAMES,
            ModelRole.SENTENCES)) {
      assertThat(builtIn.forRole(helper)).hasSize(1);
    }
    Catalogue own =
        catalogue(
            """
            {"models": [
              {"id": "ears", "engine": "e", "role": "detector", "locales": ["ko"], "sources": [S]},
              {"id": "words", "engine": "e", "locales": ["ko"], "sources": [S]}]}
            """);
    assertThat(own.forRole(ModelRole.DETECTOR))
        .extracting(CatalogueEntry::id)
        .containsExactly("ears");
    assertThat(own.forLocale("ko-KR")).extracting(CatalogueEntry::id).containsExactly("words");
  }

  @Test
  void entriesOfCataloguesWithoutRolesHaveThoseOfTheirIds() throws ModelException {
    Catalogue own =
        catalogue(
            """
            {"models": [
              {"id": "silero-vad", "engine": "silero-vad", "sources": [S]},
              {"id": "pyannote-segmentation-3", "engine": "speakers", "sources": [S]},
              {"id": "campplus", "engine": "speakers", "sources": [S]},
              {"id": "mine", "engine": "vosk", "sources": [S]}]}
            """);
    assertThat(own.entries())
        .extracting(CatalogueEntry::role)
        .containsExactly(
            ModelRole.DETECTOR, ModelRole.SEGMENTATION, ModelRole.EMBEDDING, ModelRole.RECOGNITION);
  }

  private static Catalogue catalogue(String json) throws ModelException {
    String source =
        "{\"kind\": \"url\", \"url\": \"https://example.org/m.zip\", \"format\": \"zip\"}";
    return Catalogue.load("own.json", json.replace("S]", source + "]").getBytes(UTF_8));
  }

  @Test
  void termsThatMatterAreMarked() {
    assertThat(builtIn.entries())
        .filteredOn(entry -> entry.licence().name().contains("NC"))
        .isNotEmpty()
        .allMatch(entry -> entry.licence().noncommercial());
    assertThat(builtIn.entries())
        .filteredOn(entry -> entry.licence().name().contains("AGPL"))
        .isNotEmpty()
        .allMatch(entry -> entry.licence().agpl());
  }

  @Test
  void everyEntryIsComplete() {
    List<String> converters =
        ServiceLoader.load(ModelConverter.class).stream().map(each -> each.get().name()).toList();
    assertThat(builtIn.entries()).hasSizeGreaterThan(40);
    for (CatalogueEntry entry : builtIn.entries()) {
      assertThat(entry.licence()).as(entry.id()).isNotEqualTo(Licence.UNKNOWN);
      assertThat(entry.size()).as(entry.id()).isGreaterThan(1_000_000);
      assertThat(converters).as(entry.id()).containsAll(entry.converters());
      assertThat(entry.errorRates()).allMatch(rate -> rate.source().startsWith("https://"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"models\":[],\"sorces\":[]} | the field sorces is unknown (line 1)",
        "{\"models\":[{\"id\":\"../a\",\"engine\":\"e\",\"sources\":[]}]} | ../a",
        "{\"models\":[{\"id\":\"a\",\"engine\":\"e\"}]} | a has no source",
        "{\"models\":[{\"id\":\"a\",\"engine\":\"e\",\"role\":\"ear\"}]} | there is no role ear;"
            + " roles are recognition, detector, segmentation, embedding",
        "{\"models\":[]} | it lists no models",
        "{\"models\":[{\"id\":\"a\",\"like\":\"b\"}]} | no entry \"b\" stands before one like it",
        "{\"models\":[{\"id\":\"a\",\"engine\":\"e\",\"sources\":[{\"kind\":\"parts\"}]}]} | has no"
            + " parts",
        "{\"models\":[{\"id\":\"a\",\"engine\":\"e\",\"sources\":[{\"kind\":\"url\"}]}]} | has no"
            + " url",
        "{\"models\":[{\"id\":\"a\",\"engine\":\"e\",\"sources\":[{\"kind\":\"pip\"}]}]} | has no"
            + " package",
        "not json | no catalogue"
      })
  void saysWhatIsWrongWithAnOwnCatalogue(String json, String why, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("catalogue.json"), json);
    assertThatThrownBy(() -> Catalogue.load(file))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(file + " is no catalogue of models: ")
        .hasMessageContaining(why);
  }

  @Test
  void saysThatACatalogueIsNotThere(@TempDir Path folder) {
    assertThatThrownBy(() -> Catalogue.load(folder.resolve("none.json")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("cannot be read");
  }
}
