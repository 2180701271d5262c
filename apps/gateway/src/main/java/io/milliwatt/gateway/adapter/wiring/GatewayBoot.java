package io.milliwatt.gateway.adapter.wiring;

import jakarta.inject.Singleton;

/** The boot number of this life of the gateway, known once the registry is open. */
@Singleton
public class GatewayBoot {
    private volatile long number = -1;

    public void set(long boot) {
        number = boot;
    }

    long number() {
        if (number < 0) {
            throw new IllegalStateException("no frame can go to a node before the registry is open");
        }
        return number;
    }
}
