// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which code may depend on which; this module sees all the others. */
class ArchitectureTest {
  private static final String SPEECH = "io.beamscribe.speech";
  private static final String VOSK = SPEECH + ".recognition.vosk";
  private static final String TRANSFORMS = "io.beamscribe.transforms";
  private static final String PIPELINES = "io.beamscribe.pipelines";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.beamscribe");

  /** A file is its class and everything nested in it. */
  private static final SliceAssignment FILES =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass each) {
          return SliceIdentifier.of(each.getName().replaceFirst("\\$.*", ""));
        }

        @Override
        public String getDescription() {
          return "files";
        }
      };

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

  /** Each package by itself, not with those below it. */
  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.beamscribe.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  /** A file can be read with what is below it, and nothing that is read leads back to it. */
  @Test
  void filesHaveNoCycles() {
    slices().assignedFrom(FILES).should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void packagesAreSmall() {
    Map<String, Long> files =
        CLASSES.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(files.values()).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(25));
  }

  /**
   * What speech is about and where it comes from is the ground; what is done with it stands on that
   * side by side; the work on one file combines these.
   */
  @Test
  void speechStandsInLayers() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("ground")
        .definedBy(
            SPEECH,
            SPEECH + ".audio..",
            SPEECH + ".http..",
            SPEECH + ".json..",
            SPEECH + ".languagemodel..",
            SPEECH + ".models..",
            SPEECH + ".onnx..",
            SPEECH + ".sharing..",
            SPEECH + ".temporary..",
            SPEECH + ".text..",
            SPEECH + ".transcript..")
        .layer("activity")
        .definedBy(SPEECH + ".activity..")
        .layer("abilities")
        .definedBy(
            SPEECH + ".analytics..",
            SPEECH + ".calls..",
            SPEECH + ".captions..",
            SPEECH + ".datasets..",
            SPEECH + ".formats..",
            SPEECH + ".quality..",
            SPEECH + ".recognition..",
            SPEECH + ".sampling..",
            SPEECH + ".scoring..",
            SPEECH + ".speakers..")
        .layer("work")
        .definedBy(
            SPEECH + ".adaptation..",
            SPEECH + ".engines..",
            SPEECH + ".pronunciation..",
            SPEECH + ".report..",
            SPEECH + ".transcription..")
        .whereLayer("work")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("abilities")
        .mayOnlyBeAccessedByLayers("work")
        .whereLayer("activity")
        .mayOnlyBeAccessedByLayers("abilities", "work")
        .check(CLASSES);
    slices()
        .matching(SPEECH + ".(analytics|captions|recognition|speakers)..")
        .should()
        .notDependOnEachOther()
        .check(CLASSES);
  }

  /** The rest of transforms is its own business. */
  @Test
  void transformsAreUsedByTheirFaceOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(TRANSFORMS + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage(TRANSFORMS + "..")
                .and(
                    not(
                        resideInAnyPackage(
                            TRANSFORMS,
                            TRANSFORMS + ".assessment",
                            TRANSFORMS + ".evaluate",
                            TRANSFORMS + ".events",
                            TRANSFORMS + ".forecast",
                            TRANSFORMS + ".kafka",
                            TRANSFORMS + ".listing",
                            TRANSFORMS + ".live",
                            TRANSFORMS + ".models",
                            TRANSFORMS + ".publishing",
                            TRANSFORMS + ".rows",
                            TRANSFORMS + ".settings",
                            TRANSFORMS + ".storage..",
                            TRANSFORMS + ".telemetry",
                            TRANSFORMS + ".values",
                            TRANSFORMS + ".voices..",
                            TRANSFORMS + ".worker"))))
        .check(CLASSES);
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
        .contains(TRANSFORMS, PIPELINES + ".transcribe")
        .noneMatch(user -> user.startsWith(SPEECH));
  }

  @Test
  void nativeTypesStayInTheirPackage() {
    assertThat(usersOf("ai.onnxruntime"))
        .containsExactlyInAnyOrder(
            SPEECH + ".activity",
            SPEECH + ".onnx",
            SPEECH + ".recognition.whisper",
            SPEECH + ".recognition.whisper.model",
            SPEECH + ".recognition.whisper.punctuation",
            SPEECH + ".recognition.whisper.search",
            SPEECH + ".speakers.block",
            SPEECH + ".text.meaning",
            SPEECH + ".text.redaction.names");
    assertThat(usersOf("com.google.protobuf")).containsExactly(SPEECH + ".onnx.graph");
    assertThat(usersOf("com.sun.jna")).containsExactlyInAnyOrder(VOSK, SPEECH + ".onnx");
    assertThat(usersOf("org.vosk")).as("users of a binding that is not ours").isEmpty();
  }

  /** Otherwise a session that still runs when the process ends crashes it. */
  @Test
  void sessionsOfOnnxGoThroughTheGate() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(SPEECH + ".onnx.OnnxRuntime")
        .should()
        .callMethodWhere(
            describe(
                "a session is opened or run",
                call ->
                    call.getTargetOwner().getName().startsWith("ai.onnxruntime.Ort")
                        && Set.of("createSession", "run", "runAsync").contains(call.getName())))
        .check(CLASSES);
  }

  /**
   * On a cluster, speech may be in the class path of the workers and the rest in the jar of a job,
   * which brings what speech uses a second time. A type of a library that both see would be two.
   * ONNX Runtime's are seen by speech alone, see {@link #nativeTypesStayInTheirPackage}.
   */
  @Test
  void speechShowsNoTypeOfALibraryThatAJobBringsAsWell() {
    assertThat(
            CLASSES.stream()
                .filter(ArchitectureTest::isShownBySpeech)
                .flatMap(type -> shown(type).stream().map(JavaClass::getName))
                .filter(ArchitectureTest::isOfALibrary))
        .isEmpty();
  }

  /** Nor may speech be handed one, as the class of what it is to read: its Jackson is another. */
  @Test
  void jsonOfSpeechGetsNoTypesOfItsLibrary() {
    assertThat(
            CLASSES.stream()
                .filter(type -> !type.getPackageName().startsWith(SPEECH))
                .filter(type -> uses(type, "com.fasterxml.jackson"))
                .filter(type -> uses(type, SPEECH + ".json"))
                .map(JavaClass::getName))
        .isEmpty();
  }

  private static boolean uses(JavaClass type, String packages) {
    return type.getDirectDependenciesFromSelf().stream()
        .anyMatch(each -> each.getTargetClass().getPackageName().startsWith(packages));
  }

  private static boolean isShownBySpeech(JavaClass type) {
    return type.getPackageName().startsWith(SPEECH)
        && type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  /** What the public and protected face of a type is made of. */
  private static Set<JavaClass> shown(JavaClass type) {
    Set<JavaClass> shown = new HashSet<>(type.getAllRawSuperclasses());
    shown.addAll(type.getAllRawInterfaces());
    for (JavaMember member : type.getMembers()) {
      boolean open =
          member.getModifiers().contains(JavaModifier.PUBLIC)
              || member.getModifiers().contains(JavaModifier.PROTECTED);
      if (open && !member.getModifiers().contains(JavaModifier.SYNTHETIC)) {
        shown.addAll(member.getAllInvolvedRawTypes());
        if (member instanceof JavaCodeUnit code) {
          shown.addAll(code.getExceptionTypes());
        }
      }
    }
    return shown;
  }

  private static boolean isOfALibrary(String type) {
    return type.contains(".")
        && !type.matches("(java|javax|io\\.beamscribe|ai\\.onnxruntime)\\..*");
  }

  @Test
  void theCommandLineLibraryStaysInItsPackage() {
    assertThat(usersOf("picocli")).containsExactly(PIPELINES + ".cli");
    assertThat(usersOf("me.tongfei.progressbar")).containsExactly(PIPELINES + ".commands");
  }

  @Test
  void flinkStaysInItsRunner() {
    assertThat(usersOf("org.apache.flink"))
        .allMatch(user -> user.startsWith("io.beamscribe.runners.flink"));
  }

  /** A child process of recognition communicates over its streams; the command line may print. */
  @Test
  void librariesDoNotPrint() {
    noClasses()
        .that()
        .resideInAnyPackage(SPEECH + "..", TRANSFORMS + "..")
        .and()
        .resideOutsideOfPackage(SPEECH + ".engines.isolation")
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
