package io.milliwatt.gateway.adapter.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import io.milliwatt.gateway.adapter.DoorCertificate;
import io.milliwatt.gateway.adapter.HeldForwarder;
import io.milliwatt.gateway.adapter.Operator;
import io.milliwatt.gateway.adapter.PostgresForTests;
import io.milliwatt.gateway.adapter.TestNode;
import io.milliwatt.gateway.adapter.mqtt.MqttDoor;
import io.milliwatt.gateway.node.NodeDirectory;
import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.authentication.NodeKey;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The gateway is started before its database, and the database goes away again while frames come in, over TLS as an installation has it. */
@QuarkusTest
@TestProfile(LateDatabaseTest.WithoutDatabase.class)
class LateDatabaseTest {
    private static final String PORT_SETTING = "late-database.port";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Status STATUS = Status.of(Domain.VIBRATION, 1);

    private static final DoorCertificate CERTIFICATE = DoorCertificate.of("late-door");

    /** Points to a port where nobody listens yet, and to the door's key store. */
    public static final class WithoutDatabase implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            int port = freePort();
            Map<String, String> settings = new HashMap<>(PostgresForTests.settings());
            settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost:" + port + "/postgres");
            settings.put(
                    "milliwatt.mqtt.tls.key-store",
                    CERTIFICATE.make().keyStore().toString());
            settings.put("milliwatt.mqtt.tls.password", DoorCertificate.PASSWORD);
            settings.put(PORT_SETTING, Integer.toString(port));
            return settings;
        }
    }

    @Inject
    MqttDoor door;

    @Inject
    HeldForwarder kafka;

    @Inject
    NodeDirectory directory;

    @Inject
    Jdbi jdbi;

    @Test
    void theGatewayWaitsForItsDatabaseAndGoesOnWithoutIt() throws Exception {
        saysThatItIsNotReady();
        int port = ConfigProvider.getConfig().getValue(PORT_SETTING, Integer.class);
        TestNode node;
        try (EmbeddedPostgres database =
                EmbeddedPostgres.builder().setPort(port).start()) {
            assertThat(database.getPort()).isEqualTo(port);
            await().atMost(PATIENCE).until(directory::isLoaded);
            node = new TestNode(Operator.enrol("Pump"), door.port().getAsInt(), tls()).connect();
            node.publish(node.frame(9, 5, STATUS)).get(20, TimeUnit.SECONDS);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(highestStored(node.number())).isEqualTo(5));
        }
        node.publish(node.frame(9, 6, STATUS)).get(20, TimeUnit.SECONDS);
        assertThat(kafka.forwarded(node.number())).hasSize(2);
        saysThatItsDatabaseIsGone(node.number());
        node.close();
    }

    private void saysThatItIsNotReady() {
        RestAssured.get("/q/health/live").then().statusCode(200);
        RestAssured.get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'registry' }.status", equalTo("DOWN"));
        Operator.request().get("/api/nodes").then().statusCode(503).body("code", equalTo("registry-unavailable"));
        TestNode early =
                new TestNode(1001, "any", NodeKey.of(new byte[32]), door.port().getAsInt(), tls());
        assertThatThrownBy(early::connect).hasMessageContaining("SERVER_UNAVAILABLE");
    }

    private void saysThatItsDatabaseIsGone(long knownNode) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> RestAssured.get("/q/health/well").then().statusCode(503));
        Operator.request().get("/api/nodes/" + knownNode).then().statusCode(200);
        Operator.request()
                .body(Map.of("name", "Fan", "domain", "vibration"))
                .post("/api/nodes")
                .then()
                .statusCode(503)
                .contentType("application/problem+json");
    }

    private long highestStored(long node) {
        return jdbi.withHandle(handle -> handle.createQuery("select highest from sequence_window where node = :node")
                .bind("node", node)
                .mapTo(Long.class)
                .findOne()
                .orElse(-1L));
    }

    private static Optional<MqttClientSslConfig> tls() {
        return Optional.of(CERTIFICATE.trusted());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException("no port is free", failure);
        }
    }
}
