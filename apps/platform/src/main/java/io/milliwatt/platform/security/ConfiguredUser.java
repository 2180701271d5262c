package io.milliwatt.platform.security;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A user as the environment names it: {@code name:password:role}, several separated by commas.
 *
 * @param role one, or several joined by "+"
 */
record ConfiguredUser(String name, String password, String role) {

    private static final Pattern ROLE_SEPARATOR = Pattern.compile("\\+");

    static List<ConfiguredUser> parse(String users) {
        return Arrays.stream(users.split(","))
                .map(String::strip)
                .filter(user -> !user.isEmpty())
                .map(ConfiguredUser::parseOne)
                .toList();
    }

    private static ConfiguredUser parseOne(String user) {
        int afterName = user.indexOf(':');
        int beforeRole = user.lastIndexOf(':');
        // The text is not repeated in the message: it holds a password.
        if (afterName <= 0 || beforeRole == afterName) {
            throw new IllegalArgumentException(
                    "A user in MILLIWATT_USERS is not of the form name:password:role; users are separated by commas.");
        }
        String name = user.substring(0, afterName);
        String password = user.substring(afterName + 1, beforeRole);
        String role = user.substring(beforeRole + 1);
        if (password.isEmpty()) {
            throw new IllegalArgumentException("The user " + name + " in MILLIWATT_USERS has no password; give one.");
        }
        ROLE_SEPARATOR
                .splitAsStream(role)
                .filter(one -> !Roles.ALL.contains(one))
                .findFirst()
                .ifPresent(one -> {
                    throw new IllegalArgumentException("The user " + name + " in MILLIWATT_USERS has the role '" + one
                            + "'; there are " + String.join(", ", Roles.ALL) + "; join several by \"+\".");
                });
        return new ConfiguredUser(name, password, role);
    }
}
