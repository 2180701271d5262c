package io.milliwatt.nodes.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayLinkTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final byte[] FRAME = "a frame".getBytes(StandardCharsets.UTF_8);

    private final FakeGateway gateway = new FakeGateway("secret");
    private final List<byte[]> downlinks = new CopyOnWriteArrayList<>();
    private final int port = gateway.listen(0);

    @AfterEach
    void stopTheGateway() {
        gateway.close();
    }

    @Test
    void aFrameIsDeliveredOnlyWithTheAcknowledgement() {
        gateway.acknowledge(false);
        try (GatewayLink link = connected()) {
            CompletableFuture<?> delivery = link.send(FRAME);

            await().atMost(PATIENCE).until(() -> gateway.received().size() == 1);
            assertThat(delivery).isNotDone();
        }
    }

    @Test
    void afterARestartOfTheGatewayTheLinkComesBackAndTheOpenFrameIsReportedOrDelivered() {
        gateway.acknowledge(false);
        try (GatewayLink link = connected()) {
            CompletableFuture<?> open = link.send(FRAME);
            await().atMost(PATIENCE).until(() -> gateway.received().size() == 1);

            gateway.stop();
            await().atMost(PATIENCE).until(() -> !link.isConnected());
            gateway.acknowledge(true);
            gateway.listen(port);

            await().atMost(PATIENCE).until(link::isConnected);
            await().atMost(PATIENCE).until(open::isDone);
            assertThat(link.send(FRAME)).succeedsWithin(PATIENCE);
        }
    }

    @Test
    void downlinksReachTheNodeBeforeAndAfterAReconnect() {
        try (GatewayLink link = connected()) {
            gateway.stop();
            await().atMost(PATIENCE).until(() -> !link.isConnected());
            gateway.listen(port);
            await().atMost(PATIENCE).until(() -> link.isConnected() && gateway.hasNode());

            await().atMost(PATIENCE).until(() -> {
                gateway.send("mw/1/down/7", FRAME);
                return !downlinks.isEmpty();
            });
            assertThat(downlinks.getFirst()).isEqualTo(FRAME);
        }
    }

    @Test
    void anAddressWithoutAPortIsRefusedWithAnExample() {
        assertThatThrownBy(() -> GatewayAddress.parse("localhost"))
                .hasMessageContaining("localhost")
                .hasMessageContaining("127.0.0.1:8422");
    }

    private GatewayLink connected() {
        GatewayLink link = GatewayLink.open(new GatewayAddress("127.0.0.1", port), 7, "secret", downlinks::add);
        await().atMost(PATIENCE).until(() -> link.isConnected() && gateway.hasNode());
        return link;
    }
}
