// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.flags;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apache.beam.sdk.annotations.Internal;

/**
 * Puts the getter of a pipeline option on the command line: where help shows it, and which values
 * it takes beyond what its type says. Name, description and default are those of Beam's own
 * annotations.
 */
@Internal
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Flag {
  /** Heading that help shows it under. */
  String group();

  /** Place in help: by this number through all groups of a command. */
  int order();

  /** What stands for the value in help. Made from the type where empty. */
  String label() default "";

  /** An enum whose constants are the only values that are right, where a list holds their names. */
  Class<?> namesOf() default Void.class;

  /** Smallest number that is right. */
  int min() default Integer.MIN_VALUE;

  /** Largest number that is right. */
  int max() default Integer.MAX_VALUE;

  /** Default as help says it, where the value itself would say little. */
  String defaultText() default "";
}
