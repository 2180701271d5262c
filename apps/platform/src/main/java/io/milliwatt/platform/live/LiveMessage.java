package io.milliwatt.platform.live;

import java.util.Optional;

/**
 * Something to tell all open pages.
 *
 * @param key of a value of which only the newest matters, such as {@code machine:pump-3}; empty for what must not be dropped
 * @param text JSON
 * @param onFirstSend called once, when the first connection has taken the message over
 */
record LiveMessage(Optional<String> key, String text, Runnable onFirstSend) {}
