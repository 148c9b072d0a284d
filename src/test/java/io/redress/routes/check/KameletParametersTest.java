package io.redress.routes.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.camel.delivery.ConnectedTargets;
import io.redress.cli.check.HubWiring;
import io.redress.delivery.mapping.TargetMappings;
import io.redress.routes.RunningRoutes;
import io.redress.routes.file.BeanCatalog;
import io.redress.routes.file.Kamelet;
import io.redress.routes.file.RouteFile;
import io.redress.routes.file.RouteFiles;
import io.redress.routes.file.RouteSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a parameter says, holds: another value gives another endpoint, step or bean. A parameter that Camel keeps for its own
 * kamelet endpoint, or that no step takes up, changes nothing, and fails here.
 */
class KameletParametersTest {

    /** Values where those of the type would be refused, or are all alike. */
    private static final Map<String, List<String>> SPECIAL = Map.ofEntries(
            Map.entry(
                    "webhook-source.secret",
                    List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_NfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
            Map.entry("poll-source.from", List.of("2026-11-28", "2026-11-29T10:00:00+08:00")),
            Map.entry("webhook-source.verifyToken", List.of("first-verify-token-1", "second-verify-token-2")),
            Map.entry(
                    "http-delivery-sink.sign",
                    List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_NfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
            Map.entry(
                    "http-delivery-sink.lookup",
                    List.of("https://a.example.com/?n={number}", "https://b.example.com/?n={number}")),
            Map.entry("web-form-source.allowedOrigins", List.of("https://a.example.com", "https://b.example.com")),
            Map.entry("web-form-source.checks", List.of("honeypot", "consent")),
            Map.entry("web-form-source.fileTypes", List.of("image/png", "application/pdf")),
            Map.entry(
                    "sql-lookup-sink.query",
                    List.of("select a from b where c = :#orderNo", "select x from y where z = :#orderNo")),
            Map.entry("jms-delivery-sink.brokerUrl", List.of("tcp://127.0.0.1:1", "tcp://127.0.0.1:2")),
            Map.entry(
                    "sql-lookup-sink.url",
                    List.of("jdbc:postgresql://127.0.0.1:1/a", "jdbc:postgresql://127.0.0.1:1/b")),
            Map.entry(
                    "sql-delivery-sink.jdbcUrl",
                    List.of("jdbc:postgresql://127.0.0.1:1/a", "jdbc:postgresql://127.0.0.1:1/b")));

    /** Those of {@code routes/}, by name. */
    private static final Map<String, Kamelet> KAMELETS =
            RouteSet.parse(new RouteFiles(Path.of("routes")).texts()).kamelets();

    private static HubWiring hub;
    private static BeanCatalog beanCatalog;

    @BeforeAll
    static void wire() {
        hub = new HubWiring();
        beanCatalog = hub.checker().beanCatalog();
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    /** Of every kamelet. */
    static Stream<String> parameters() {
        return KAMELETS.values().stream()
                .filter(kamelet -> !kamelet.name().matches("mail-(source|sink)"))
                .flatMap(kamelet -> kamelet.properties().keySet().stream().map(name -> kamelet.name() + "." + name));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void a_parameter_has_an_effect(String parameter) throws Exception {
        Kamelet kamelet = KAMELETS.get(parameter.substring(0, parameter.indexOf('.')));
        String name = parameter.substring(parameter.indexOf('.') + 1);
        List<String> values = SPECIAL.getOrDefault(parameter, values(kamelet.about(name)));

        Set<String> built = built(kamelet, name, values.get(0));
        Set<String> again = built(kamelet, name, values.get(0));
        Set<String> other = built(kamelet, name, values.get(1));

        var effect = new HashSet<>(other);
        effect.removeAll(built);
        effect.removeAll(again);
        Set<String> noise = noise(built, again);
        assertThat(effect)
                .as("what %s changes from %s to %s", parameter, values.get(0), values.get(1))
                .anyMatch(value -> value.contains(values.get(1)) || !noise.contains(field(value)));
    }

    /** Fields that differ from build to build by themselves. */
    private static Set<String> noise(Set<String> built, Set<String> again) {
        return built.stream()
                .filter(value -> !again.contains(value))
                .map(KameletParametersTest::field)
                .collect(Collectors.toSet());
    }

    private static String field(String value) {
        return value.substring(0, value.indexOf('=') + 1);
    }

    private static List<String> values(JsonNode about) {
        if (about.path("enum").size() > 1) {
            return List.of(
                    about.path("enum").get(0).asText(),
                    about.path("enum").get(1).asText());
        }
        return switch (about.path("type").asText()) {
            case "integer", "number" -> List.of("7", "9");
            case "boolean" -> List.of("true", "false");
            default ->
                switch (about.path("format").asText()) {
                    case "time-zone" -> List.of("Asia/Tokyo", "Europe/Berlin");
                    case "duration" -> List.of("PT7S", "PT9S");
                    case "charset" -> List.of("GBK", "Big5");
                    case "uri-path" -> List.of("/seven", "/nine");
                    default ->
                        about.path("example").asText().startsWith("http")
                                ? List.of("https://seven.example.com/x", "https://nine.example.com/x")
                                : List.of("seven", "nine");
                };
        };
    }

    private static Set<String> built(Kamelet kamelet, String name, String value) throws Exception {
        var given = new TreeMap<>(kamelet.sample());
        SPECIAL.forEach((parameter, values) -> {
            if (parameter.startsWith(kamelet.name() + ".")) {
                given.put(parameter.substring(kamelet.name().length() + 1), values.get(0));
            }
        });
        given.put(name, value);
        var parameters = new StringBuilder();
        given.forEach((key, one) -> parameters
                .append("        ")
                .append(key)
                .append(": '")
                .append(one)
                .append("'\n"));
        String uri = "      uri: kamelet:" + kamelet.name() + "\n      parameters:\n" + parameters;
        String route = kamelet.isSource()
                ? "- route:\n    id: trial\n    from:\n" + uri + "      steps:\n        - stop: {}\n"
                : "- route:\n    id: trial\n    from:\n      uri: direct:trial\n      steps:\n        - to:\n"
                        + uri.indent(6);
        try (var quiet = new QuietLogging();
                DefaultCamelContext camel = RouteBuildContext.of(beanCatalog)) {
            var targets = new ConnectedTargets(() -> new TargetMappings(Path.of("x"), Map.of()));
            camel.getManagementStrategy().addEventNotifier(targets);
            var live = new RunningRoutes(camel);
            var parts = new ArrayList<Object>();
            var files = new HashSet<RouteFile>(Set.of(kamelet.file()));
            kamelet.file()
                    .kamelets()
                    .forEach(used -> files.add(KAMELETS.get(used).file()));
            live.replace(List.of(), List.copyOf(files));
            camel.start();
            live.load(new RouteFile(Path.of("trial.camel.yaml"), route));
            parts.addAll(targets.connected());
            camel.getRoutes().stream()
                    .filter(one -> !one.getRouteId().equals("trial"))
                    .forEach(one -> {
                        parts.add(one.getEndpoint());
                        parts.add(one.getProcessor());
                    });
            assertThat(parts).as("the kamelet's own route").isNotEmpty();
            return BuiltValues.of(kamelet.name(), parts);
        }
    }
}
