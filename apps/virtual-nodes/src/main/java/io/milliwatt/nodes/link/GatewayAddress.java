package io.milliwatt.nodes.link;

/** Where the gateway's MQTT endpoint listens. */
public record GatewayAddress(String host, int port) {

    /** @param text host and port, parted by a colon */
    public static GatewayAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        try {
            if (colon > 0) {
                return new GatewayAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
            }
        } catch (NumberFormatException notANumber) {
            // Falls through to the one message for all that is wrong with it.
        }
        throw new IllegalArgumentException(
                "The gateway's address must look like 127.0.0.1:8422, but it is " + text + ".");
    }
}
