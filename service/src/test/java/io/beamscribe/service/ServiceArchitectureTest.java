// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ServiceArchitectureTest {
  private static final String SERVICE = "io.beamscribe.service";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(SERVICE);

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.beamscribe.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void layersUseWhatIsBelowThem() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("entities")
        .definedBy(SERVICE + ".entities")
        .layer("storage")
        .definedBy(SERVICE + ".storage")
        .layer("content")
        .definedBy(SERVICE + ".content")
        .layer("work")
        .definedBy(
            SERVICE + ".models", SERVICE + ".recognition", SERVICE + ".jobs", SERVICE + ".hooks")
        .layer("access")
        .definedBy(SERVICE + ".access")
        .layer("api")
        .definedBy(SERVICE + ".api")
        .layer("web")
        .definedBy(SERVICE + ".web")
        .whereLayer("web")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("api")
        .mayOnlyBeAccessedByLayers("web")
        .whereLayer("work")
        .mayOnlyBeAccessedByLayers("api", "web")
        .whereLayer("access")
        .mayOnlyBeAccessedByLayers("api", "web")
        .check(CLASSES);
  }
}
