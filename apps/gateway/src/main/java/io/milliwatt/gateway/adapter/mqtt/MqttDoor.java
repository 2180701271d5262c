package io.milliwatt.gateway.adapter.mqtt;

import io.micrometer.core.instrument.MeterRegistry;
import io.milliwatt.gateway.downlink.FrameSigner;
import io.milliwatt.gateway.downlink.Waiting;
import io.milliwatt.gateway.node.EnrolledNode;
import io.milliwatt.gateway.node.NodeDirectory;
import io.milliwatt.gateway.reception.Reception;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.net.PfxOptions;
import io.vertx.mqtt.MqttAuth;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Opens the MQTT port and lets nodes in. */
@Singleton
public class MqttDoor {
    private static final Logger LOG = Logger.getLogger(MqttDoor.class);
    private static final int LOGIN_THREADS = 2;
    private static final int CONNECT_TIMEOUT_SECONDS = 10;

    private final Vertx vertx;
    private final Login login;
    private final NodeDirectory directory;
    private final Connections connections;
    private final Reception reception;
    private final FrameSigner signer;
    private final Waiting waiting;
    private final MeterRegistry meters;
    private final WorkerExecutor loginThreads;
    private final int wishedPort;
    private final MqttServer server;
    private volatile OptionalInt port = OptionalInt.empty();

    MqttDoor(
            Vertx vertx,
            Login login,
            NodeDirectory directory,
            Connections connections,
            Reception reception,
            FrameSigner signer,
            Waiting waiting,
            MeterRegistry meters,
            @ConfigProperty(name = "milliwatt.mqtt.port") int wishedPort,
            @ConfigProperty(name = "milliwatt.mqtt.max-packet-bytes") int maxPacketBytes,
            @ConfigProperty(name = "milliwatt.mqtt.tls.key-store") Optional<String> keyStore,
            @ConfigProperty(name = "milliwatt.mqtt.tls.password") Optional<String> keyStorePassword) {
        this.vertx = vertx;
        this.login = login;
        this.directory = directory;
        this.connections = connections;
        this.reception = reception;
        this.signer = signer;
        this.waiting = waiting;
        this.meters = meters;
        this.wishedPort = wishedPort;
        loginThreads = vertx.createSharedWorkerExecutor("mqtt-login", LOGIN_THREADS);
        MqttServerOptions options = new MqttServerOptions()
                .setPort(wishedPort)
                .setMaxMessageSize(maxPacketBytes)
                // The library would not tell the name that it gives; NodeConnection does.
                .setAutoClientId(false)
                .setTimeoutOnConnect(CONNECT_TIMEOUT_SECONDS);
        keyStore.ifPresent(path -> options.setSsl(true)
                .setKeyCertOptions(new PfxOptions().setPath(path).setPassword(keyStorePassword.orElse(""))));
        server = MqttServer.create(vertx, options);
    }

    /** The open port; empty while it is closed. */
    public OptionalInt port() {
        return port;
    }

    void start(@Observes StartupEvent event) {
        server.endpointHandler(this::onConnect)
                .exceptionHandler(failure -> LOG.debug("A client left in disorder", failure));
        MqttServer listening = listen();
        port = OptionalInt.of(listening.actualPort());
        LOG.infof("MQTT is open on port %d.", listening.actualPort());
    }

    private MqttServer listen() {
        try {
            return server.listen().toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw new IllegalStateException(
                    "MQTT port " + wishedPort + " cannot be opened: "
                            + failure.getCause().getMessage() + ". Set MILLIWATT_MQTT_PORT to a free one.",
                    failure);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        port = OptionalInt.empty();
        server.close().toCompletionStage().toCompletableFuture().join();
        loginThreads.close();
    }

    private void onConnect(MqttEndpoint endpoint) {
        Context loop = vertx.getOrCreateContext();
        Optional<MqttAuth> credentials = Optional.ofNullable(endpoint.auth());
        String userName = credentials.map(MqttAuth::getUsername).orElse("");
        String password = credentials.map(MqttAuth::getPassword).orElse("");
        String address = endpoint.remoteAddress().host();
        loginThreads
                .executeBlocking(() -> login.check(userName, password, address), false)
                .onSuccess(answer -> loop.runOnContext(nothing -> answer(endpoint, loop, answer)))
                .onFailure(failure -> {
                    LOG.error("A login could not be checked", failure);
                    loop.runOnContext(nothing -> answer(endpoint, loop, LoginAnswer.NOT_READY));
                });
    }

    private void answer(MqttEndpoint endpoint, Context loop, LoginAnswer answer) {
        try {
            switch (answer) {
                case LoginAnswer.Welcome(var node) -> open(endpoint, loop, node);
                case LoginAnswer.Sorry sorry -> {
                    meters.counter("milliwatt.gateway.logins.refused", "reason", sorry.reason())
                            .increment();
                    endpoint.reject(sorry.code(endpoint.protocolVersion()));
                }
            }
        } catch (IllegalStateException gone) {
            LOG.debug("A client left before its login was answered", gone);
        }
    }

    private void open(MqttEndpoint endpoint, Context loop, EnrolledNode node) {
        NodeConnection connection = new NodeConnection(node, endpoint, loop, reception, signer, waiting);
        connection.open(() -> connections.remove(connection));
        connections.add(connection);
        // The credentials may have been withdrawn while the password was being checked.
        boolean stillValid = directory
                .find(node.number())
                .filter(now -> now.generation() == node.generation())
                .isPresent();
        if (!stillValid) {
            connection.cut("its credentials were withdrawn or replaced");
        }
    }
}
