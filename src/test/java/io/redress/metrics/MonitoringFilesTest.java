package io.redress.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.redress.api.OpsHub;
import io.redress.handoff.HandOff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The alert rules and the dashboard that are shipped ask for metrics that the hub has. */
class MonitoringFilesTest extends OpsHub {

    private static final Path FOLDER = Path.of("config", "monitoring");
    private static final Pattern METRIC = Pattern.compile("\\b(redress|jvm|camel|process|system)_[a-z_]+");
    private static final Pattern METER = Pattern.compile("\"(redress(\\.[a-z]+)+)\"");
    private static final Set<String> SUFFIXES = Set.of("_total", "_seconds", "_sum", "_count");

    @Autowired
    HandOff handOff;

    @Autowired
    ProducerTemplate camel;

    @Test
    void each_metric_of_the_alert_rules_exists() throws IOException {
        assertThat(unknown(new ObjectMapper(new YAMLFactory()), "prometheus-rules.yaml"))
                .isEmpty();
    }

    @Test
    void each_metric_of_the_dashboard_exists() throws IOException {
        byte[] words = "The parcel is late".getBytes(StandardCharsets.UTF_8);
        camel.sendBody("direct:hand-off", handOff.receive("measured", "plain-words", words, Map.of()));
        await().atMost(SOON)
                .until(() -> get("/actuator/prometheus").body().contains("camel_route_policy_seconds_count"));
        assertThat(unknown(json, "grafana-dashboard.json")).isEmpty();
    }

    @Test
    void each_alert_says_what_to_do() throws IOException {
        JsonNode rules = new ObjectMapper(new YAMLFactory())
                .readTree(FOLDER.resolve("prometheus-rules.yaml").toFile())
                .at("/groups/0/rules");

        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.at("/annotations/summary").asText()).isNotEmpty();
            assertThat(rule.at("/annotations/remedy").asText()).isNotEmpty();
            assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning", "info");
        });
    }

    private Set<String> unknown(ObjectMapper format, String file) throws IOException {
        List<String> expressions =
                format.readTree(FOLDER.resolve(file).toFile()).findValuesAsText("expr");
        assertThat(expressions).isNotEmpty();
        Predicate<String> exists = known();
        return expressions.stream()
                .flatMap(expression -> METRIC.matcher(expression).results())
                .map(MatchResult::group)
                .filter(exists.negate())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the hub shows now, and the meters that show up with the first event. */
    private Predicate<String> known() {
        String scraped = get("/actuator/prometheus").body();
        Set<String> later = meters();
        return metric -> scraped.contains("\n" + metric + "{")
                || scraped.contains("\n" + metric + " ")
                || later.contains(metric)
                || SUFFIXES.stream()
                        .filter(metric::endsWith)
                        .anyMatch(suffix -> later.contains(metric.substring(0, metric.length() - suffix.length())));
    }

    private static Set<String> meters() {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            return sources.filter(Files::isRegularFile)
                    .map(MonitoringFilesTest::read)
                    .flatMap(source -> METER.matcher(source).results())
                    .map(found -> found.group(1).replace('.', '_'))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
