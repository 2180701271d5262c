package io.milliwatt.gateway.adapter.mqtt;

import io.milliwatt.gateway.node.EnrolledNode;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;

/** What a CONNECT is answered. */
sealed interface LoginAnswer {
    record Welcome(EnrolledNode node) implements LoginAnswer {}

    /**
     * No.
     *
     * @param reason for the counter of refused logins
     */
    record Sorry(String reason, MqttConnectReturnCode mqtt3, MqttConnectReturnCode mqtt5) implements LoginAnswer {
        /** The return code in the words of the client's protocol version. */
        MqttConnectReturnCode code(int protocolVersion) {
            return protocolVersion >= 5 ? mqtt5 : mqtt3;
        }
    }

    Sorry NOT_READY = new Sorry(
            "not-ready",
            MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE,
            MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE_5);
    Sorry TOO_MANY_FAILURES = new Sorry(
            "too-many-failures",
            MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED,
            MqttConnectReturnCode.CONNECTION_REFUSED_CONNECTION_RATE_EXCEEDED);
    Sorry BAD_CREDENTIALS = new Sorry(
            "bad-credentials",
            MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD,
            MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD);
    Sorry REVOKED = new Sorry(
            "revoked",
            MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED,
            MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5);
}
