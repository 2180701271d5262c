package io.milliwatt.workbench.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.workbench.process.JvmCommand;
import io.milliwatt.workbench.process.Program;
import io.milliwatt.workbench.process.Supervisor;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerMainTest {
    @TempDir
    private Path folder;

    @Test
    void anAcknowledgedRecordSurvivesAKilledBroker() throws Exception {
        int port = freePort();
        Program broker = broker(port, freePort());
        try (Supervisor supervisor = new Supervisor()) {
            supervisor.start(broker);
            send(port, "kept");

            supervisor.kill("broker");
            supervisor.restart("broker");

            assertThat(firstValue(port)).isEqualTo("kept");
        }
    }

    private Program broker(int clientPort, int controllerPort) {
        List<String> arguments = List.of(
                folder.resolve("kafka").toString(), Integer.toString(clientPort), Integer.toString(controllerPort));
        return new Program(
                "broker",
                JvmCommand.ofClass(System.getProperty("java.class.path"), BrokerMain.class.getName(), 256, arguments),
                Map.of(),
                folder.resolve("broker.log"));
    }

    private static void send(int port, String value) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", "127.0.0.1:" + port, "acks", "all", "delivery.timeout.ms", 60_000);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("probe", 0, null, value)).get(60, TimeUnit.SECONDS);
        }
    }

    private static String firstValue(int port) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", "127.0.0.1:" + port, "auto.offset.reset", "earliest", "enable.auto.commit", false);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("probe", 0)));
            for (int attempt = 0; attempt < 60; attempt++) {
                var records = consumer.poll(Duration.ofSeconds(1));
                if (!records.isEmpty()) {
                    return records.iterator().next().value();
                }
            }
            return "nothing within 60 s";
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
