/**
 * How Beamscribe writes and reads JSON, the same for results, reports and kept pieces: UTF-8, line
 * feeds, keys in a fixed order, numbers in plain decimals. What a document holds is said where it
 * belongs, not here.
 */
package io.beamscribe.speech.json;
