package io.milliwatt.workbench.update;

import com.fasterxml.jackson.databind.JsonNode;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.bundle.BundleWriter;
import io.milliwatt.runtime.bundle.MalformedBundleException;
import io.milliwatt.workbench.JsonText;
import io.milliwatt.workbench.SuiteException;
import io.milliwatt.workbench.demo.Installation;
import io.milliwatt.workbench.demo.RestClient;
import io.milliwatt.workbench.demo.RunningDemo;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code milliwatt update}. */
@Command(
        name = "update",
        mixinStandardHelpOptions = true,
        description = {
            "Brings a model bundle to nodes and waits until they have confirmed or refused it.",
            "A bundle without a signature is signed with the key of the data folder, which its demo's nodes know."
        })
public final class UpdateCommand implements Callable<Integer> {
    private static final String TOKEN_VARIABLE = "MILLIWATT_OPERATOR_TOKEN";

    @Option(names = "--node", paramLabel = "N", required = true, split = ",", description = "Numbers of the nodes.")
    private List<Long> nodes;

    @Option(
            names = "--bundle",
            paramLabel = "FILE",
            description = "The bundle, a .mwm file. Default: the newest released model of the nodes' domain.")
    private Path bundle;

    @Option(
            names = "--as-version",
            paramLabel = "N",
            description = "Give the model this version; to try an update with a model that the nodes run already.")
    private Long version;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder of the running demo. Default: .milliwatt-data in the checkout.")
    private Path data;

    @Option(
            names = "--gateway",
            paramLabel = "URL",
            description = "Another gateway than the demo's; the operator's token then stands in the variable "
                    + TOKEN_VARIABLE + ", and the bundle is handed in as it is.")
    private URI gateway;

    @Option(names = "--as-is", description = "Hand the bundle in as it is, without signing it.")
    private boolean asIs;

    @Option(
            names = "--fragment-bytes",
            paramLabel = "N",
            defaultValue = "200",
            description = "Data bytes of one fragment, a multiple of 8 from 8 to 1024; each message has 11 more."
                    + " Default: ${DEFAULT-VALUE}.")
    private int fragmentBytes;

    @Option(
            names = "--healthy-windows",
            paramLabel = "N",
            defaultValue = "10",
            description = "Windows without trouble after which a node keeps the model. Default: ${DEFAULT-VALUE}.")
    private int healthyWindows;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description =
                    "How long to wait for the end; 0 returns once the updates have begun. Default: ${DEFAULT-VALUE}.")
    private long waitSeconds;

    @Option(names = "--json", description = "Print the updates as JSON; the progress goes to the error stream.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        RestClient operator = operator();
        byte[] file = prepared(operator);
        JsonNode catalogued = operator.postBytes("/api/bundles", file);
        JsonNode begun = operator.post(
                "/api/updates",
                Map.of(
                        "bundle", catalogued.path("digest").asText(),
                        "nodes", nodes,
                        "fragmentBytes", fragmentBytes,
                        "healthyWindows", healthyWindows));
        UpdateWatch watch = new UpdateWatch(operator, begun);
        List<JsonNode> ends = watch.until(Duration.ofSeconds(waitSeconds));
        if (json) {
            System.out.println(JsonText.of(ends));
        }
        return waitSeconds == 0 || ends.stream().allMatch(UpdateWatch::isConfirmed) ? 0 : 1;
    }

    private RestClient operator() {
        if (gateway == null) {
            return RunningDemo.gateway(folder());
        }
        String token = Optional.ofNullable(System.getenv(TOKEN_VARIABLE))
                .orElseThrow(() -> new SuiteException(
                        "With --gateway the variable " + TOKEN_VARIABLE + " must hold the operator's token."));
        return RestClient.at("gateway", gateway).withBearer(token);
    }

    private byte[] prepared(RestClient operator) {
        byte[] file = bundle == null ? RunningDemo.releasedModel(domain(operator)) : read(bundle);
        try {
            byte[] wanted = version == null
                    ? file
                    : BundleWriter.of(file).withModelVersion(version).unsigned();
            boolean goesAsItIs =
                    asIs || gateway != null || Bundle.parse(wanted).trailer().signed();
            return goesAsItIs ? wanted : RunningDemo.signingKey(folder()).sign(wanted);
        } catch (MalformedBundleException broken) {
            throw new SuiteException(
                    "The file " + bundle + " is not a bundle that a node would take. " + broken.getMessage(), broken);
        }
    }

    /** Of the nodes, which must be one and the same. */
    private String domain(RestClient operator) {
        Set<String> domains = new TreeSet<>();
        for (JsonNode node : operator.get("/api/nodes")) {
            if (nodes.contains(node.path("number").asLong())) {
                domains.add(node.path("domain").asText());
            }
        }
        if (domains.size() != 1) {
            throw new SuiteException("The nodes " + nodes + " belong to "
                    + (domains.isEmpty() ? "no domain that the gateway knows" : "the domains " + domains)
                    + ": update nodes of one domain at a time, or name a bundle with --bundle.");
        }
        return domains.iterator().next();
    }

    private Path folder() {
        return data == null ? Installation.find().defaultData() : data;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new SuiteException("The bundle " + file + " cannot be read: " + failure.getMessage(), failure);
        }
    }
}
