package io.milliwatt.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Lints and templates the chart with Helm's own library and reads what comes out. */
class ChartTest {

    private static final Path CHART = Path.of("milliwatt");

    @ParameterizedTest
    @ValueSource(strings = {"minimal-values.yaml", "ingress-values.yaml", "weather-values.yaml"})
    void lintFindsNothing(String values, @TempDir Path folder) throws IOException {
        Path copy = chartWithDefaults(CHART.resolve("ci").resolve(values), folder.resolve("milliwatt"));
        var lint = new Helm(copy).lint().strict().call();
        assertThat(lint.isFailed()).as(lint.getMessages().toString()).isFalse();
    }

    @Test
    void appsGetTheVariablesThatTheLauncherSets() {
        Map<String, Map<String, Object>> objects = template("minimal-values.yaml");
        assertThat(objects.keySet())
                .containsExactlyInAnyOrder(
                        "Deployment/plant-gateway",
                        "Service/plant-gateway",
                        "NetworkPolicy/plant-gateway",
                        "Deployment/plant-vibration",
                        "Service/plant-vibration",
                        "Deployment/plant-ecg",
                        "Service/plant-ecg",
                        "Deployment/plant-irrigation",
                        "Service/plant-irrigation");
        assertThat(environment(objects.get("Deployment/plant-gateway")).keySet())
                .containsExactlyInAnyOrder(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "QUARKUS_DATASOURCE_USERNAME",
                        "QUARKUS_DATASOURCE_PASSWORD",
                        "QUARKUS_HTTP_PORT",
                        "MILLIWATT_MQTT_PORT",
                        "MILLIWATT_OPERATOR_TOKEN",
                        "MILLIWATT_REGISTRY_KEY",
                        "MILLIWATT_INTERNAL_TOKEN",
                        "MILLIWATT_VIBRATION_URL",
                        "MILLIWATT_ECG_URL",
                        "MILLIWATT_IRRIGATION_URL");
        assertThat(environment(objects.get("Deployment/plant-vibration")).keySet())
                .containsExactlyInAnyOrder(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "QUARKUS_DATASOURCE_USERNAME",
                        "QUARKUS_DATASOURCE_PASSWORD",
                        "QUARKUS_HTTP_PORT",
                        "MILLIWATT_USERS",
                        "MILLIWATT_SESSION_KEY",
                        "MILLIWATT_INTERNAL_TOKEN");
    }

    @Test
    void theMonitoringStationReadsIdentitiesUnderARoleOfItsOwn() {
        Map<String, String> environment =
                environment(template("minimal-values.yaml").get("Deployment/plant-ecg"));
        assertThat(environment)
                .containsKeys("QUARKUS_DATASOURCE_IDENTITY_USERNAME", "QUARKUS_DATASOURCE_IDENTITY_PASSWORD");
    }

    @Test
    void theGatewayReachesEveryAppByItsTemplatedName() {
        Map<String, Map<String, Object>> objects = template("minimal-values.yaml");
        assertThat(environment(objects.get("Deployment/plant-gateway")))
                .containsEntry("MILLIWATT_VIBRATION_URL", "http://plant-vibration:8080")
                .containsEntry("MILLIWATT_ECG_URL", "http://plant-ecg:8080")
                .containsEntry("MILLIWATT_IRRIGATION_URL", "http://plant-irrigation:8080");
        assertThat(objects).containsKeys("Service/plant-vibration", "Service/plant-ecg", "Service/plant-irrigation");
    }

    @Test
    void everyServiceSelectsThePodsOfItsDeploymentAndNamesTheirPorts() {
        Map<String, Map<String, Object>> objects = template("ingress-values.yaml");
        for (String app : List.of("gateway", "vibration", "ecg", "irrigation")) {
            Map<String, Object> service = objects.get("Service/plant-" + app);
            Map<String, Object> deployment = objects.get("Deployment/plant-" + app);
            Map<String, Object> podLabels = at(deployment, "spec", "template", "metadata", "labels");
            Map<String, Object> selector = at(service, "spec", "selector");
            assertThat(podLabels).containsAllEntriesOf(selector);
            List<String> containerPorts = portNames(container(deployment).get("ports"), "name");
            assertThat(containerPorts)
                    .containsAll(portNames(list(at(service, "spec").get("ports")), "targetPort"));
        }
    }

    @Test
    void containersRunWithoutRootAndWithoutAWritableImage() {
        Map<String, Map<String, Object>> objects = template("minimal-values.yaml");
        for (String app : List.of("gateway", "vibration", "ecg", "irrigation")) {
            Map<String, Object> deployment = objects.get("Deployment/plant-" + app);
            Map<String, Object> pod = at(deployment, "spec", "template", "spec", "securityContext");
            Map<String, Object> container = at(container(deployment), "securityContext");
            assertThat(pod).containsEntry("runAsNonRoot", true);
            assertThat(container)
                    .containsEntry("readOnlyRootFilesystem", true)
                    .containsEntry("allowPrivilegeEscalation", false);
            assertThat(container(deployment)).containsKeys("readinessProbe", "livenessProbe", "startupProbe");
        }
    }

    @Test
    void noSecretValueIsWrittenIntoAnObject() {
        template("minimal-values.yaml").values().stream()
                .filter(object -> object.get("kind").equals("Deployment"))
                .flatMap(deployment -> list(container(deployment).get("env")).stream())
                .map(ChartTest::map)
                .filter(variable -> variable.get("name").toString().matches(".*(TOKEN|KEY|PASSWORD|USERS)"))
                .forEach(variable ->
                        assertThat(variable).containsKey("valueFrom").doesNotContainKey("value"));
    }

    @Test
    void aMissingBrokerStopsTheInstallationWithASentence() {
        assertThatThrownBy(() -> new Helm(CHART).template().withName("plant").call())
                .hasMessageContaining("bootstrapServers");
    }

    @Test
    void anIngressWithoutTlsIsRefused() {
        assertThatThrownBy(() -> new Helm(CHART)
                        .template()
                        .withName("plant")
                        .withValuesFile(CHART.resolve("ci/ingress-values.yaml"))
                        .set("vibration.ingress.tlsSecret", "")
                        .call())
                .hasMessageContaining("logins need TLS");
    }

    /** Lint takes no values file, so the chart is copied with the given values merged into its defaults. */
    private static Path chartWithDefaults(Path values, Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(CHART)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(CHART.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        Map<String, Object> merged = read(CHART.resolve("values.yaml"));
        merge(merged, read(values));
        Files.writeString(copy.resolve("values.yaml"), new Yaml().dump(merged));
        return copy;
    }

    private static Map<String, Object> read(Path file) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    }

    private static void merge(Map<String, Object> into, Map<String, Object> values) {
        values.forEach((key, value) -> {
            if (value instanceof Map && into.get(key) instanceof Map) {
                merge(map(into.get(key)), map(value));
            } else {
                into.put(key, value);
            }
        });
    }

    @Test
    void aGatewayOpenToTheWorldSpeaksTls() {
        Map<String, String> environment =
                environment(template("ingress-values.yaml").get("Deployment/plant-gateway"));
        assertThat(environment)
                .containsEntry("MILLIWATT_MQTT_TLS_KEY_STORE", "/etc/milliwatt/tls/keystore.p12")
                .containsEntry("MILLIWATT_MQTT_PORT", "8883");
        assertThatThrownBy(() -> new Helm(CHART)
                        .template()
                        .withName("plant")
                        .withValuesFile(CHART.resolve("ci/ingress-values.yaml"))
                        .set("gateway.tls.secret", "")
                        .call())
                .hasMessageContaining("nodes outside the cluster");
    }

    @Test
    void theIrrigationConsoleAsksNobodyUntilAWeatherServiceIsNamed() {
        Map<String, Map<String, Object>> silent = template("minimal-values.yaml");
        assertThat(environment(silent.get("Deployment/plant-irrigation")).keySet())
                .noneMatch(variable -> variable.startsWith("MILLIWATT_WEATHER"));
        assertThat(silent).doesNotContainKey("NetworkPolicy/plant-irrigation");

        Map<String, Map<String, Object>> asking = template("weather-values.yaml");
        assertThat(environment(asking.get("Deployment/plant-irrigation")))
                .containsEntry("MILLIWATT_WEATHER_ADDRESS", "https://weather.example.org/v1?models=best_match")
                .containsEntry("MILLIWATT_WEATHER_EVERY", "2h")
                .containsEntry("MILLIWATT_WEATHER_CONTACT", "farm@example.org")
                .doesNotContainKeys("MILLIWATT_WEATHER_FORMAT", "MILLIWATT_WEATHER_TIMEOUT", "MILLIWATT_WEATHER_HOLD")
                .containsKeys("MILLIWATT_USERS", "KAFKA_BOOTSTRAP_SERVERS");
        assertThat(environment(asking.get("Deployment/plant-ecg")).keySet())
                .noneMatch(variable -> variable.startsWith("MILLIWATT_WEATHER"));
    }

    @Test
    void withAWeatherServiceTheConsoleReachesDnsBrokersDatabasesAndThePortOfTheServiceAlone() {
        Map<String, Map<String, Object>> objects = template("weather-values.yaml");
        Map<String, Object> policy = at(objects.get("NetworkPolicy/plant-irrigation"), "spec");
        Map<String, Object> podLabels =
                at(objects.get("Deployment/plant-irrigation"), "spec", "template", "metadata", "labels");
        assertThat(podLabels).containsAllEntriesOf(at(policy, "podSelector", "matchLabels"));
        assertThat(policy.get("policyTypes")).isEqualTo(List.of("Egress"));
        assertThat(list(policy.get("egress"))).hasSize(1);
        assertThat(portsOut(policy)).containsExactlyInAnyOrder(53, 53, 9092, 9094, 5432, 6432, 443);

        assertThat(portsOut(at(
                        template("weather-values.yaml", Map.of("irrigation.weather.address", "http://weather:8081/x"))
                                .get("NetworkPolicy/plant-irrigation"),
                        "spec")))
                .contains(8081)
                .doesNotContain(443, 80);
        assertThat(template("weather-values.yaml", Map.of("irrigation.weather.networkPolicy", false)))
                .doesNotContainKey("NetworkPolicy/plant-irrigation");
    }

    @Test
    void anAddressWithAKeyComesOutOfTheSecret() {
        Map<String, Object> keyed =
                Map.of("irrigation.weather.address", "", "irrigation.weather.addressSecretKey", "weather-address");
        Map<String, Map<String, Object>> objects = template("weather-values.yaml", keyed);
        assertThat(list(container(objects.get("Deployment/plant-irrigation")).get("env")).stream()
                        .map(ChartTest::map)
                        .filter(variable -> variable.get("name").equals("MILLIWATT_WEATHER_ADDRESS")))
                .singleElement()
                .satisfies(variable ->
                        assertThat(variable).doesNotContainKey("value").containsKey("valueFrom"));
        assertThat(portsOut(at(objects.get("NetworkPolicy/plant-irrigation"), "spec")))
                .contains(443);
        assertThatThrownBy(() -> template(
                        "weather-values.yaml", Map.of("irrigation.weather.addressSecretKey", "weather-address")))
                .hasMessageContaining("both address and addressSecretKey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"weather.example.org", "https://", "https://user@weather.example.org", "ftp://weather"})
    void anAddressOfNoWeatherServiceIsRefused(String address) {
        assertThatThrownBy(() -> template("weather-values.yaml", Map.of("irrigation.weather.address", address)))
                .hasMessageContaining("address");
    }

    private static List<Object> portsOut(Map<String, Object> policy) {
        return list(map(list(policy.get("egress")).getFirst()).get("ports")).stream()
                .map(port -> map(port).get("port"))
                .toList();
    }

    private static Map<String, Map<String, Object>> template(String values) {
        return template(values, Map.of());
    }

    private static Map<String, Map<String, Object>> template(String values, Map<String, Object> changes) {
        TemplateCommand command = new Helm(CHART)
                .template()
                .withName("plant")
                .withValuesFile(CHART.resolve("ci").resolve(values));
        changes.forEach(command::set);
        String rendered = command.call();
        Map<String, Map<String, Object>> objects = new HashMap<>();
        Iterable<Object> documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(rendered);
        StreamSupport.stream(documents.spliterator(), false)
                .filter(Map.class::isInstance)
                .map(ChartTest::map)
                .forEach(object -> objects.put(
                        object.get("kind") + "/" + at(object, "metadata").get("name"), object));
        return objects;
    }

    private static Map<String, String> environment(Map<String, Object> deployment) {
        Map<String, String> variables = new HashMap<>();
        for (Object entry : list(container(deployment).get("env"))) {
            Map<String, Object> variable = map(entry);
            variables.put(variable.get("name").toString(), String.valueOf(variable.get("value")));
        }
        return variables;
    }

    private static Map<String, Object> container(Map<String, Object> deployment) {
        return map(list(at(deployment, "spec", "template", "spec").get("containers"))
                .getFirst());
    }

    private static List<String> portNames(Object ports, String key) {
        TreeSet<String> names = new TreeSet<>();
        list(ports).forEach(port -> names.add(map(port).get(key).toString()));
        return List.copyOf(names);
    }

    private static Map<String, Object> at(Map<String, Object> object, String... path) {
        Map<String, Object> here = object;
        for (String key : path) {
            here = map(here.get(key));
        }
        return here;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
