package io.milliwatt.gateway.adapter.mqtt;

import io.milliwatt.gateway.node.EnrolledNode;
import io.milliwatt.gateway.node.LoginThrottle;
import io.milliwatt.gateway.node.NodeDirectory;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Checks the user name (the node's number in decimal) and the password of a CONNECT. Computes for some milliseconds. */
@Singleton
public class Login {
    private final NodeDirectory directory;
    private final LoginThrottle throttle;

    Login(NodeDirectory directory, LoginThrottle throttle) {
        this.directory = directory;
        this.throttle = throttle;
    }

    LoginAnswer check(String userName, String password, String address) {
        if (!directory.isLoaded()) {
            return LoginAnswer.NOT_READY;
        }
        if (!throttle.mayTry(userName, address)) {
            return LoginAnswer.TOO_MANY_FAILURES;
        }
        Optional<EnrolledNode> node = number(userName)
                .flatMap(directory::find)
                .filter(known -> known.password().matches(password));
        if (node.isEmpty()) {
            throttle.failed(userName, address);
            return LoginAnswer.BAD_CREDENTIALS;
        }
        throttle.succeeded(userName, address);
        return node.get().isRevoked() ? LoginAnswer.REVOKED : new LoginAnswer.Welcome(node.get());
    }

    private static Optional<Long> number(String userName) {
        boolean isDecimal = userName.length() <= 10 && userName.matches("[1-9][0-9]*");
        return isDecimal ? Optional.of(Long.parseLong(userName)) : Optional.empty();
    }
}
