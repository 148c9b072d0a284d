package io.redress.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who reads a route learns from its descriptions what it does, who decides in it, and what becomes of a failure. */
class RouteDescriptionsTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void each_route_says_what_it_does_in_more_than_four_words() throws IOException {
        assertThat(routes()).hasSizeGreaterThan(40).allSatisfy((name, route) -> assertThat(
                        route.path("description").asText().split(" "))
                .as(name)
                .hasSizeGreaterThan(4));
    }

    @Test
    void each_bean_is_named_where_its_route_says_what_it_does() throws IOException {
        Set<String> unnamed = new LinkedHashSet<>();
        routes().forEach((name, route) -> Stream.of("bean", "method")
                .flatMap(step -> route.findValues(step).stream())
                .map(step -> step.path("ref").asText())
                .filter(bean -> !route.path("description").asText().contains(bean))
                .forEach(bean -> unnamed.add(name + ": " + bean)));
        assertThat(unnamed).isEmpty();
    }

    @Test
    void each_computed_destination_says_whose_word_it_is() throws IOException {
        List<JsonNode> computed = all("toD");
        assertThat(computed).hasSizeGreaterThanOrEqualTo(5).allSatisfy(to -> assertThat(
                        to.path("description").asText())
                .as(to.toString())
                .startsWith("the ")
                .containsAnyOf("config/", "routes/", "own"));
    }

    @Test
    void each_exception_handler_says_what_it_does_with_a_failure() throws IOException {
        List<JsonNode> handlers = new ArrayList<>(
                all("doCatch").stream().flatMap(RouteDescriptionsTest::elements).toList());
        all("onException").stream().filter(JsonNode::isObject).forEach(handlers::add);
        assertThat(handlers).hasSizeGreaterThan(12).allSatisfy(handler -> assertThat(
                        handler.path("description").asText().split(" "))
                .as(handler.toString())
                .hasSizeGreaterThan(4));
    }

    @Test
    void each_route_says_who_deals_with_its_failures() throws IOException {
        assertThat(routes()).allSatisfy((name, route) -> {
            String description = route.path("description").asText();
            if (route.has("errorHandler")) {
                assertThat(description)
                        .as(name)
                        .containsAnyOf("caller", "failure counts as an answer", "rolls the transaction back");
            }
            if (route.path("routeConfigurationId").asText().equals("failures")) {
                assertThat(description).as(name).contains("90-failures");
            }
        });
    }

    /** Quartz keeps these clocks in memory: what a missed tick means is said, and the day is that of the shop. */
    @Test
    void each_clock_with_a_time_of_day_names_its_zone_and_what_becomes_of_a_missed_tick() throws IOException {
        List<JsonNode> clocks = all("from").stream()
                .filter(from -> from.path("uri").asText().startsWith("quartz:"))
                .toList();
        assertThat(clocks).hasSizeGreaterThanOrEqualTo(4).allSatisfy(clock -> {
            JsonNode rules = clock.path("parameters");
            assertThat(rules.path("cron").asText()).contains("{{");
            assertThat(rules.path("trigger.timeZone").asText()).isEqualTo("{{redress.zone}}");
            assertThat(rules.path("trigger.misfireInstruction").isInt()).isTrue();
            assertThat(rules.path("stateful").asBoolean()).isTrue();
        });
    }

    /** Routes and their configurations by file and id; kamelets describe themselves in their definition. */
    private static Map<String, JsonNode> routes() throws IOException {
        Map<String, JsonNode> routes = new LinkedHashMap<>();
        for (JsonNode file : files()) {
            file.forEach(part -> part.properties().stream()
                    .filter(entry -> entry.getKey().startsWith("route"))
                    .forEach(entry -> routes.put(entry.getValue().path("id").asText(), entry.getValue())));
        }
        return routes;
    }

    private static List<JsonNode> all(String step) throws IOException {
        return files().stream()
                .flatMap(file -> file.findValues(step).stream())
                .flatMap(found -> Stream.concat(Stream.of(found), found.findValues(step).stream()))
                .toList();
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        List<JsonNode> elements = new ArrayList<>();
        list.forEach(elements::add);
        return elements.stream();
    }

    private static List<JsonNode> files() throws IOException {
        List<JsonNode> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(Path.of("routes"))) {
            for (Path path : paths.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                files.add(YAML.readTree(path.toFile()));
            }
        }
        return files;
    }
}
