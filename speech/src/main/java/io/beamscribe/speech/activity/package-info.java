/**
 * Where speech is and where to cut: blocks of a few minutes, and segments of at most 30 s inside
 * them. What is decided here depends on samples and options only. Not here: reading audio ({@code
 * audio}).
 */
package io.beamscribe.speech.activity;
