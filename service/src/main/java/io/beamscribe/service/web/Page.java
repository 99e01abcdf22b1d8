// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.web;

import io.beamscribe.service.access.Role;
import io.beamscribe.service.request.Handler;
import io.javalin.http.HandlerType;
import java.util.Optional;

/**
 * A handler outside of the versions of the API.
 *
 * @param role empty if callers need no key
 */
public record Page(HandlerType method, String path, Optional<Role> role, Handler handler) {}
