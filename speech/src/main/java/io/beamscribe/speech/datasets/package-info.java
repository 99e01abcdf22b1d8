// SPDX-License-Identifier: Apache-2.0
/**
 * Data that users bring to test and adapt models, in the formats of the cloud service: read, and
 * checked line by line. What is done with it lives elsewhere.
 */
@NullMarked
package io.beamscribe.speech.datasets;

import org.jspecify.annotations.NullMarked;
