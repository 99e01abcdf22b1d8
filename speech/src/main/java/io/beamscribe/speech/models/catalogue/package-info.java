// SPDX-License-Identifier: Apache-2.0
/**
 * Which models are known: ids, locales, licences, sizes, and sources in order of preference.
 * Fetches nothing.
 */
@NullMarked
package io.beamscribe.speech.models.catalogue;

import org.jspecify.annotations.NullMarked;
