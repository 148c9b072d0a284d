package io.redress.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A sender who names a header as Camel does, in whatever case, must not steer a route: every route that receives from
 * outside, and every kamelet that sends to the outside, takes all headers away first (docs/advisories.md).
 */
class IncomingHeadersTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern FROM_OUTSIDE = Pattern.compile("(jms|platform-http|file|s?ftp|\\{\\{protocol}}):.*");
    private static final Pattern WITHIN = Pattern.compile("(direct|kamelet|timer):.*");

    /** Steps that only hand something to a bean of ours, and set no header. */
    private static final Set<String> HARMLESS = Set.of("bean", "setBody", "setVariable");

    @Test
    void every_route_that_receives_from_outside_takes_all_headers_away_before_anything_else() throws IOException {
        List<JsonNode> routes = froms().stream()
                .filter(from -> FROM_OUTSIDE.matcher(uri(from)).matches())
                .toList();
        assertThat(routes).hasSizeGreaterThanOrEqualTo(11);
        assertThat(routes.stream()
                        .filter(from -> !takesHeadersAway(from.path("steps")))
                        .map(IncomingHeadersTest::uri))
                .as("receivers whose first steps lack removeHeaders \"*\"")
                .isEmpty();
    }

    @Test
    void every_kamelet_that_sends_to_the_outside_takes_all_headers_away_before() throws IOException {
        List<String> producers = froms().stream()
                .filter(from -> uri(from).equals("kamelet:source"))
                .map(from -> firstProducer(from.path("steps"), new boolean[1]))
                .filter(Objects::nonNull)
                .toList();
        assertThat(producers)
                .as("what kamelets send to; \"unguarded\" without removeHeaders \"*\" before")
                .containsExactlyInAnyOrder(
                        "{{url}}", // dialogue-action, by which deliveries and chats by HTTP go
                        "{{url}}", // http-lookup-sink
                        "file:{{folder}}",
                        "jms:queue:{{queue}}",
                        "mail-server:out",
                        "sql:{{query}}",
                        "sql:{{statement}}");
    }

    /** A message that cannot be read fails before the first step of its route. */
    @Test
    void every_error_handler_that_sends_takes_all_headers_away_before() throws IOException {
        List<JsonNode> handlers = all("onException").stream()
                .filter(handler -> handler.has("steps"))
                .toList();
        assertThat(handlers).isNotEmpty();
        assertThat(handlers.stream()
                        .map(handler -> firstProducer(handler.path("steps"), new boolean[1]))
                        .filter(found -> found != null && found.startsWith("unguarded ")))
                .isEmpty();
    }

    @Test
    void a_destination_that_is_computed_is_the_hubs_own_word() throws IOException {
        List<String> computed = new ArrayList<>();
        for (JsonNode from : froms()) {
            for (JsonNode to : from.findValues("toD")) {
                computed.add(to.isTextual() ? to.asText() : to.path("uri").asText());
            }
        }
        assertThat(computed).hasSizeGreaterThanOrEqualTo(4).allSatisfy(uri -> assertThat(uri)
                .matches("(jms:queue:(delivery[.])?[$]\\{variable[.](queue|target)}[?]jmsMessageType=Text"
                        + "|direct:reply-[$]\\{(body|variable|variable[.]fetch)[.]channel}"
                        + "|file:[$]\\{variable[.]canary[.]file[.]folder}[?]tempPrefix=[.]part-&chmod=600&charset=UTF-8"
                        + "|direct:lookup-[$]\\{body[.]lookup})"));
    }

    @Test
    void a_route_without_the_step_is_found() throws IOException {
        for (String steps : List.of(
                "[{to: direct:a}, {removeHeaders: '*'}]",
                "[{setHeader: {name: a, constant: b}}, {removeHeaders: '*'}]",
                "[{removeHeaders: 'Camel*'}]",
                "[{doTry: {steps: [{unmarshal: {json: {}}}, {removeHeaders: '*'}]}}]",
                "[]")) {
            assertThat(takesHeadersAway(YAML.readTree(steps))).as(steps).isFalse();
        }
        assertThat(takesHeadersAway(YAML.readTree("[{bean: {ref: a}}, {removeHeaders: {pattern: '*'}}]")))
                .isTrue();
    }

    private static boolean takesHeadersAway(JsonNode steps) {
        for (JsonNode step : steps) {
            String name = step.fieldNames().next();
            if (name.equals("removeHeaders")) {
                return isAll(step.path(name));
            }
            if (name.equals("doTry")) {
                return takesHeadersAway(step.path(name).path("steps"));
            }
            if (!HARMLESS.contains(name)) {
                return false;
            }
        }
        return false;
    }

    /** The first producer to the outside, with "unguarded " before it when headers may still be there; null without one. */
    private static String firstProducer(JsonNode steps, boolean[] clean) {
        for (JsonNode step : steps) {
            String name = step.fieldNames().next();
            JsonNode what = step.path(name);
            if (name.equals("removeHeaders")) {
                clean[0] |= isAll(what);
            } else if (name.equals("to")) {
                String uri = what.isTextual() ? what.asText() : what.path("uri").asText();
                if (!WITHIN.matcher(uri).matches()) {
                    return (clean[0] ? "" : "unguarded ") + uri;
                }
            } else {
                for (JsonNode inner : what.findValues("steps")) {
                    String found = firstProducer(inner, clean);
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    private static boolean isAll(JsonNode removeHeaders) {
        JsonNode pattern = removeHeaders.isTextual() ? removeHeaders : removeHeaders.path("pattern");
        return pattern.asText().equals("*") && !removeHeaders.has("excludePattern");
    }

    private static String uri(JsonNode from) {
        return from.path("uri").asText();
    }

    private static List<JsonNode> froms() throws IOException {
        return all("from");
    }

    private static List<JsonNode> all(String name) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".yaml"))::iterator) {
                try (YAMLParser parser = new YAMLFactory().createParser(file.toFile())) {
                    YAML.readValues(parser, JsonNode.class).forEachRemaining(root -> collect(name, root, found));
                }
            }
        }
        return found;
    }

    private static void collect(String name, JsonNode node, List<JsonNode> found) {
        if (node.has(name)) {
            found.add(node.path(name));
        }
        node.forEach(child -> collect(name, child, found));
    }
}
