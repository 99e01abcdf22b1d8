// SPDX-License-Identifier: Apache-2.0
/**
 * Models on this machine: the catalogue of known ones, download, check, conversion, and the choice
 * for a locale. Not here: loading them ({@code recognition}).
 */
@NullMarked
package io.beamscribe.speech.models;

import org.jspecify.annotations.NullMarked;
