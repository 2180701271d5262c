package io.milliwatt.irrigation.outlook;

import java.util.Map;
import java.util.Set;

/**
 * On which crops of our table an insect lives, after the same guidelines as its timing (University of California IPM). The peach twig borer lives
 * on stone fruit and almonds, which the table does not have.
 */
public final class PestHosts {
    private static final Map<String, Set<String>> HOSTS = Map.of(
            "codling moth", Set.of("apple", "pear"),
            "San Jose scale", Set.of("apple", "pear"),
            "oriental fruit moth", Set.of("apple", "pear"));

    private PestHosts() {}

    /** @param crop as in the table of crops */
    public static boolean livesOn(String insect, String crop) {
        return HOSTS.getOrDefault(insect, Set.of()).contains(crop);
    }
}
