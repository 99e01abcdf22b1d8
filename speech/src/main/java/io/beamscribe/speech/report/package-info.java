// SPDX-License-Identifier: Apache-2.0
/** What happened to every file of a run, as JSON, CSV and one HTML page. */
@NullMarked
package io.beamscribe.speech.report;

import org.jspecify.annotations.NullMarked;
