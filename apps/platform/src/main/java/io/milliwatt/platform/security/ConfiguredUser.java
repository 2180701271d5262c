package io.milliwatt.platform.security;

import java.util.Arrays;
import java.util.List;

/** A user as the environment names it: {@code name:password:role}, several separated by commas. */
record ConfiguredUser(String name, String password, String role) {

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
        if (!Roles.ALL.contains(role)) {
            throw new IllegalArgumentException("The user " + name + " in MILLIWATT_USERS has the role '" + role
                    + "'; it must be viewer or technician.");
        }
        return new ConfiguredUser(name, password, role);
    }
}
