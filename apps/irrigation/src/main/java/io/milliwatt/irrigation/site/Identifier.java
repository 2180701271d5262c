package io.milliwatt.irrigation.site;

import java.util.regex.Pattern;

/** The form of ids and names that people give to sites, fields, zones, probes and what waters them. */
public final class Identifier {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final int LONGEST_NAME = 200;
    private static final long LARGEST_NODE = 0xFFFF_FFFFL;

    private Identifier() {}

    /** @param what in words, such as "zone" */
    public static void require(String what, String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "The " + what + "'s id is '" + id
                            + "'; it must be 1 to 63 lower case letters, digits and hyphens, and must not begin with a hyphen.");
        }
    }

    public static void requireName(String what, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "The " + what + "'s name is '" + name + "'; it must have 1 to " + LONGEST_NAME + " characters.");
        }
    }

    /** @param node uint32 */
    public static void requireNode(long node) {
        if (node < 0 || node > LARGEST_NODE) {
            throw new IllegalArgumentException(
                    "The node's number is " + node + "; it must be 0 to " + LARGEST_NODE + ".");
        }
    }
}
