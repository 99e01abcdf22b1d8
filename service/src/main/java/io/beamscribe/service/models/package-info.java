// SPDX-License-Identifier: Apache-2.0
/** Base models of the catalogue, and the choice of models and options for recognition. */
@NullMarked
package io.beamscribe.service.models;

import org.jspecify.annotations.NullMarked;
