// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.direct;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What jobs and threads of one JVM share: leases, constants, and the few things that a process has
 * once. Anything else would let one job see or change what belongs to another.
 */
class SharedStateTest {
  /** With the reason in a comment at each. */
  private static final Set<String> OF_THE_PROCESS =
      Set.of(
          "io.beamscribe.speech.audio.ffmpeg.FfmpegChild.LIVE",
          "io.beamscribe.speech.audio.ffmpeg.FfmpegChild.TIMER",
          "io.beamscribe.speech.audio.ffmpeg.FfmpegProgram.FOUND",
          "io.beamscribe.speech.http.TimelyStream.TIMER",
          "io.beamscribe.speech.recognition.vosk.VoskLibrary.MALLOC_TRIM",
          "io.beamscribe.speech.temporary.LeftFolders.SWEPT",
          "io.beamscribe.speech.text.itn.InverseTextNormalizer.KNOWN",
          "io.beamscribe.speech.text.profanity.ProfanityFilter.LISTS",
          "io.beamscribe.speech.text.punctuation.LanguageMarks.LOADED",
          "io.beamscribe.speech.text.redaction.detection.DateDetector.MONTHS",
          "io.beamscribe.speech.text.spacing.Attachments.LOADED",
          "io.beamscribe.speech.text.spellout.SpokenForms.LOADED");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.beamscribe");

  @Test
  void noStaticFieldCanBeSet() {
    assertThat(statics().filter(field -> !field.getModifiers().contains(JavaModifier.FINAL)))
        .isEmpty();
  }

  @Test
  void staticFieldsHoldConstantsOrLeases() {
    Set<String> changing = new TreeSet<>();
    statics()
        .filter(SharedStateTest::holdsWhatChanges)
        .forEach(field -> changing.add(field.getFullName()));
    assertThat(changing).containsExactlyInAnyOrderElementsOf(OF_THE_PROCESS);
  }

  private static Stream<JavaField> statics() {
    return CLASSES.stream()
        .map(JavaClass::getFields)
        .flatMap(Set::stream)
        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
        .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC));
  }

  /** Facts about a class in a {@link ClassValue} live and die with it. */
  private static boolean holdsWhatChanges(JavaField field) {
    Field reflected = field.reflect();
    Class<?> type = reflected.getType();
    boolean container = Map.class.isAssignableFrom(type) || Collection.class.isAssignableFrom(type);
    return type.getPackageName().startsWith("java.util.concurrent")
        || ThreadLocal.class.isAssignableFrom(type)
        || container && !isUnmodifiable(reflected);
  }

  /** Those of {@code List.of} and the like: the declared type does not show it. */
  private static boolean isUnmodifiable(Field field) {
    try {
      field.setAccessible(true);
      String type = field.get(null).getClass().getName();
      return Stream.of("java.util.ImmutableCollections", "java.util.Collections$Unmodifiable")
          .anyMatch(type::startsWith);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(field.toString(), e);
    }
  }
}
