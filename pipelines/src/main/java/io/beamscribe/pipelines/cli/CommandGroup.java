package io.beamscribe.pipelines.cli;

/**
 * Commands that begin with the same word, such as {@code models}.
 *
 * @param summary one line of help
 */
public record CommandGroup(String name, String summary) {}
