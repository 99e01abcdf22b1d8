// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A level in decibels: documents have it with two decimals, and as null for digital silence, which
 * is minus infinity.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface Decibels {}
