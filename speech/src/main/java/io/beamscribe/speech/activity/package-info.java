// SPDX-License-Identifier: Apache-2.0
/**
 * Detects speech and decides where to cut: blocks of a few minutes, and segments of at most 30 s
 * inside them. All decisions depend only on samples and options. Not here: reading audio ({@code
 * audio}).
 */
@NullMarked
package io.beamscribe.speech.activity;

import org.jspecify.annotations.NullMarked;
