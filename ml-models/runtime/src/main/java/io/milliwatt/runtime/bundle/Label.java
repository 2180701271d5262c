package io.milliwatt.runtime.bundle;

import java.nio.charset.StandardCharsets;

/**
 * What a class of the model means.
 *
 * @param verdict the number that a frame carries for the class, 0 … 65535
 * @param name for people, at most 255 bytes of UTF-8
 */
public record Label(int verdict, String name) {
    public Label {
        if (verdict < 0 || verdict > 0xFFFF) {
            throw new IllegalArgumentException("A verdict must be 0 to 65535, not " + verdict + ".");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > 255) {
            throw new IllegalArgumentException("The label \"" + name + "\" is longer than 255 bytes.");
        }
    }
}
