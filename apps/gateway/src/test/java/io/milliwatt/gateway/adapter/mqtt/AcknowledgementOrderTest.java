package io.milliwatt.gateway.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.gateway.adapter.mqtt.AcknowledgementOrder.Slot;
import io.milliwatt.gateway.reception.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcknowledgementOrderTest {
    private final List<String> acknowledged = new ArrayList<>();
    private final AcknowledgementOrder order =
            new AcknowledgementOrder((packetId, outcome) -> acknowledged.add(packetId + " " + outcome));

    @Test
    void aLaterAnswerWaitsForTheEarlierOnes() {
        Slot first = order.open(11);
        Slot second = order.open(12);
        Slot third = order.open(13);
        order.ready(third, Outcome.FORWARDED);
        order.ready(second, Outcome.REFUSED);
        assertThat(acknowledged).isEmpty();
        order.ready(first, Outcome.FORWARDED);
        assertThat(acknowledged).containsExactly("11 FORWARDED", "12 REFUSED", "13 FORWARDED");
    }

    @Test
    void answersInOrderGoOutAtOnce() {
        Slot first = order.open(1);
        Slot second = order.open(2);
        order.ready(first, Outcome.FORWARDED);
        assertThat(acknowledged).hasSize(1);
        order.ready(second, Outcome.REPEATED);
        assertThat(acknowledged).hasSize(2);
    }
}
