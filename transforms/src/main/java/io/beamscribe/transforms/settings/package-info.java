/** What a run is told, and where its output lies. */
package io.beamscribe.transforms.settings;
