package io.beamscribe.runners.direct;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which code may know which; this module sees all the others. */
class ArchitectureTest {
  private static final String SPEECH = "io.beamscribe.speech";
  private static final String VOSK = SPEECH + ".recognition.vosk";
  private static final String TRANSFORMS = "io.beamscribe.transforms";
  private static final String PIPELINES = "io.beamscribe.pipelines";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.beamscribe");

  /** A runner of Beam counts as a runner: pipelines choose one by name only. */
  @Test
  void modulesDependOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("speech")
        .definedBy(SPEECH + "..")
        .layer("transforms")
        .definedBy(TRANSFORMS + "..")
        .layer("pipelines")
        .definedBy(PIPELINES + "..")
        .optionalLayer("runners")
        .definedBy("io.beamscribe.runners..", "org.apache.beam.runners..")
        .whereLayer("runners")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("pipelines")
        .mayOnlyBeAccessedByLayers("runners")
        .whereLayer("transforms")
        .mayOnlyBeAccessedByLayers("pipelines", "runners")
        .check(CLASSES);
  }

  /** A package counts with those below it: recognition chooses between its own two isolations. */
  @Test
  void packagesOfSpeechHaveNoCycles() {
    slices().matching(SPEECH + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void enginesAreFoundAsServicesOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(VOSK)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(VOSK)
        .check(CLASSES);
  }

  @Test
  void beamStaysOutOfSpeech() {
    assertThat(usersOf("org.apache.beam"))
        .contains(TRANSFORMS, PIPELINES)
        .noneMatch(user -> user.startsWith(SPEECH));
  }

  @Test
  void nativeTypesStayInTheirPackage() {
    assertThat(usersOf("ai.onnxruntime"))
        .containsExactlyInAnyOrder(
            SPEECH + ".activity",
            SPEECH + ".onnx",
            SPEECH + ".recognition.whisper",
            SPEECH + ".speakers");
    assertThat(usersOf("com.google.protobuf")).containsExactly(SPEECH + ".onnx.graph");
    assertThat(usersOf("com.sun.jna")).containsExactlyInAnyOrder(VOSK, SPEECH + ".onnx");
    assertThat(usersOf("org.vosk")).as("users of a binding that is not ours").isEmpty();
  }

  @Test
  void flinkStaysInItsRunner() {
    assertThat(usersOf("org.apache.flink"))
        .allMatch(user -> user.startsWith("io.beamscribe.runners.flink"));
  }

  /** A child process of recognition speaks over its streams; the command line may print. */
  @Test
  void librariesDoNotPrint() {
    noClasses()
        .that()
        .resideInAnyPackage(SPEECH + "..", TRANSFORMS + "..")
        .and()
        .resideOutsideOfPackage(SPEECH + ".recognition.isolation")
        .should(ACCESS_STANDARD_STREAMS)
        .check(CLASSES);
  }

  @Test
  void logsGoThroughSlf4j() {
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
  }

  /** Packages of ours whose classes depend on anything below a package of others. */
  private static Set<String> usersOf(String library) {
    return CLASSES.stream()
        .filter(each -> dependsOn(library, each))
        .map(JavaClass::getPackageName)
        .collect(Collectors.toSet());
  }

  private static boolean dependsOn(String library, JavaClass user) {
    return user.getDirectDependenciesFromSelf().stream()
        .anyMatch(use -> use.getTargetClass().getPackageName().startsWith(library));
  }
}
