/**
 * Which models are known: ids, locales, licences, sizes, and sources in order of preference.
 * Fetches nothing.
 */
package io.beamscribe.speech.models.catalogue;
