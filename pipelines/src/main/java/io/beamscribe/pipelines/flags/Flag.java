// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.flags;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apache.beam.sdk.annotations.Internal;

/**
 * Makes a pipeline option a flag of the command line: where help lists it, and which values it
 * accepts beyond its type. Name, description and default come from Beam's own annotations.
 */
@Internal
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Flag {
  /** Heading that help lists it under. */
  String group();

  /** Position in help, by this number across all groups of a command. */
  int order();

  /** Placeholder for the value in help; derived from the type if empty. */
  String label() default "";

  /** For a list: an enum, the names of whose constants are the only valid values. */
  Class<?> namesOf() default Void.class;

  /** For a required list: the flag beside which it may be left out, and is empty. */
  String unless() default "";

  /** Smallest valid number. */
  int min() default Integer.MIN_VALUE;

  /** Largest valid number. */
  int max() default Integer.MAX_VALUE;

  /** Default shown in help, if the value itself would say little. */
  String defaultText() default "";
}
