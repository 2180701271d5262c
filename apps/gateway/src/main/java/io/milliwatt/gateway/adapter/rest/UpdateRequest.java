package io.milliwatt.gateway.adapter.rest;

import io.milliwatt.telemetry.ModelOffer;
import io.milliwatt.telemetry.Octets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Asks to bring a bundle to nodes.
 *
 * @param bundle its SHA-256 in hexadecimal
 * @param nodes numbers, at least one
 * @param fragmentBytes data bytes of one fragment, a multiple of 8 in 8…1024; 200 when left out, which makes messages of
 *     211 bytes; 40 makes messages of 51 bytes
 * @param healthyWindows after how many windows without trouble the node keeps the model; 10 when left out
 */
public record UpdateRequest(String bundle, List<Long> nodes, Integer fragmentBytes, Integer healthyWindows) {
    private static final int DEFAULT_FRAGMENT_BYTES = 200;
    private static final int DEFAULT_HEALTHY_WINDOWS = 10;
    private static final int DIGEST_DIGITS = 2 * ModelOffer.DIGEST_BYTES;

    static Octets digest(String text) {
        if (text == null || text.length() != DIGEST_DIGITS) {
            throw new IllegalArgumentException("'bundle' must be the 64 hexadecimal digits of the bundle's SHA-256");
        }
        return Octets.of(HexFormat.of().parseHex(text));
    }

    Octets digestOrRefuse() {
        return digest(bundle);
    }

    List<Long> nodesOrRefuse() {
        return Optional.ofNullable(nodes)
                .filter(list -> !list.isEmpty() && !list.contains(null))
                .map(list -> list.stream().distinct().toList())
                .orElseThrow(() -> new IllegalArgumentException("'nodes' must be a list of at least one node number"));
    }

    int fragmentBytesOrDefault() {
        return Optional.ofNullable(fragmentBytes).orElse(DEFAULT_FRAGMENT_BYTES);
    }

    int healthyWindowsOrDefault() {
        return Optional.ofNullable(healthyWindows).orElse(DEFAULT_HEALTHY_WINDOWS);
    }
}
