package io.milliwatt.workbench.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** Runs the broker until it is told to end. Arguments: data directory, client port, controller port. */
public final class BrokerMain {
    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger ROOT_LOGGER = Logger.getLogger("");

    private BrokerMain() {}

    public static void main(String[] arguments) throws Exception {
        ROOT_LOGGER.setLevel(Level.WARNING);
        BrokerSettings settings = new BrokerSettings(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        formatUnlessDone(settings.dataDirectory());
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings.properties()), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        server.startup();
        server.awaitShutdown();
    }

    private static void formatUnlessDone(Path dataDirectory) throws Exception {
        if (Files.exists(dataDirectory.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(dataDirectory);
        new Formatter()
                .setPrintStream(System.out)
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerSettings.NODE_ID)
                .addDirectory(dataDirectory.toString())
                .setMetadataLogDirectory(dataDirectory.toString())
                .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setIgnoreFormatted(true)
                .run();
    }
}
