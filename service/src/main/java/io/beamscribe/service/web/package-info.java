// SPDX-License-Identifier: Apache-2.0
/** The HTTP server: routes, errors, the page, metrics and the description of the API. */
@NullMarked
package io.beamscribe.service.web;

import org.jspecify.annotations.NullMarked;
