package io.redress.routes.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.routes.TestWiring;
import io.redress.routes.check.RouteChecker;
import io.redress.routes.file.RouteFiles;
import io.redress.routes.reload.RouteStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteReloaderTest {

    private static final String GREETING = """
            - route:
                id: greeting
                from:
                  uri: direct:greet
                  steps:
                    - setBody: {constant: good day}
            """;
    private static final String ECHO_KAMELET = """
            apiVersion: camel.apache.org/v1
            kind: Kamelet
            metadata:
              name: echo-source
            spec:
              definition:
                title: Echo
                description: Says what it is told.
                required: [channel]
                properties:
                  channel: {title: Channel, description: Its name, type: string}
              template:
                from:
                  uri: seda:{{channel}}?pollTimeout=20
                  steps:
                    - setBody: {constant: "heard at {{channel}}"}
                    - to: kamelet:sink
            """;
    private static final String ECHO_CHANNEL = """
            - route:
                id: echo
                from:
                  uri: kamelet:echo-source
                  parameters: {channel: echo}
                  steps:
                    - to: direct:suffix
            """;
    private static final String SUFFIX = """
            - route:
                id: suffix
                from:
                  uri: direct:suffix
                  steps:
                    - setBody: {simple: "${body}!"}
            """;

    private static final RouteChecker CHECKER = new RouteChecker(new TestWiring(), List.of());

    @TempDir
    Path folder;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private RouteReloader reloader;

    @BeforeEach
    void start() throws Exception {
        write("10-greeting.camel.yaml", GREETING);
        write("20-suffix.camel.yaml", SUFFIX);
        write("kamelets/echo-source.kamelet.yaml", ECHO_KAMELET);
        write("channels/echo.camel.yaml", ECHO_CHANNEL);
        var clock = Clock.fixed(Instant.parse("2026-01-05T08:00:00Z"), ZoneOffset.UTC);
        reloader = new RouteReloader(new RouteFiles(folder), CHECKER, camel, clock);
        reloader.start();
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void the_files_run_from_the_start() {
        assertThat(ask("direct:greet")).isEqualTo("good day");
        assertThat(ask("seda:echo")).isEqualTo("heard at echo!");
        assertThat(reloader.status())
                .hasSize(4)
                .allMatch(status -> status.state() == State.RUNNING)
                .allMatch(status -> status.since().equals(Instant.parse("2026-01-05T08:00:00Z")));
    }

    @Test
    void an_edit_replaces_the_route() throws IOException {
        write("10-greeting.camel.yaml", GREETING.replace("good day", "good night"));
        settle();
        assertThat(ask("direct:greet")).isEqualTo("good night");
    }

    @Test
    void an_edited_clock_ticks_by_its_new_rule() throws IOException {
        String clock = """
                - route:
                    id: clock
                    from:
                      uri: quartz:clock
                      parameters: {cron: 0 0 0 1 1 ? 2099}
                      steps:
                        - to: seda:ticks
                """;
        write("30-clock.camel.yaml", clock);
        settle();
        write("30-clock.camel.yaml", clock.replace("cron: 0 0 0 1 1 ? 2099", "trigger.repeatInterval: 10"));
        settle();
        assertThat(camel.createConsumerTemplate().receive("seda:ticks", 30_000)).isNotNull();
    }

    @Test
    void a_file_that_was_seen_only_once_is_left_alone() throws IOException {
        write("10-greeting.camel.yaml", GREETING.replace("good day", "good night"));
        reloader.poll();
        assertThat(ask("direct:greet")).isEqualTo("good day");
    }

    @Test
    void a_broken_edit_leaves_the_old_route_running_and_says_why() throws IOException {
        write("10-greeting.camel.yaml", GREETING.replace("setBody", "setBdy"));
        settle();
        assertThat(ask("direct:greet")).isEqualTo("good day");
        RouteStatus status = status("10-greeting.camel.yaml");
        assertThat(status.state()).isEqualTo(State.LAST_GOOD_VERSION);
        assertThat(status.findings())
                .extracting(Finding::line, Finding::problem)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(6, "unknown key 'setBdy' in 'steps'"));
    }

    @Test
    void a_broken_edit_does_not_hold_up_a_good_one() throws IOException {
        write("10-greeting.camel.yaml", GREETING.replace("setBody", "setBdy"));
        write("20-suffix.camel.yaml", SUFFIX.replace("!", "?"));
        settle();
        assertThat(ask("seda:echo")).isEqualTo("heard at echo?");
        assertThat(ask("direct:greet")).isEqualTo("good day");
    }

    @Test
    void a_mended_file_runs_again() throws IOException {
        write("10-greeting.camel.yaml", GREETING.replace("setBody", "setBdy"));
        settle();
        write("10-greeting.camel.yaml", GREETING.replace("good day", "good evening"));
        settle();
        assertThat(ask("direct:greet")).isEqualTo("good evening");
        assertThat(status("10-greeting.camel.yaml").state()).isEqualTo(State.RUNNING);
    }

    @Test
    void an_edit_taken_back_is_forgiven() throws IOException {
        write("10-greeting.camel.yaml", "- nonsense");
        settle();
        write("10-greeting.camel.yaml", GREETING);
        settle();
        assertThat(status("10-greeting.camel.yaml").state()).isEqualTo(State.RUNNING);
        assertThat(status("10-greeting.camel.yaml").findings()).isEmpty();
    }

    @Test
    void a_deleted_file_stops_its_routes() throws IOException {
        Files.delete(folder.resolve("channels/echo.camel.yaml"));
        settle();
        assertThat(camel.getRoutes()).extracting("id").containsExactlyInAnyOrder("greeting", "suffix");
        assertThat(camel.getEndpoints())
                .noneMatch(endpoint -> endpoint.getEndpointUri().startsWith("kamelet"));
        assertThat(reloader.status()).hasSize(3);
    }

    @Test
    void a_route_that_others_call_is_not_taken_away() throws IOException {
        Files.delete(folder.resolve("20-suffix.camel.yaml"));
        settle();
        assertThat(ask("seda:echo")).isEqualTo("heard at echo!");
        assertThat(status("20-suffix.camel.yaml").findings())
                .extracting(Finding::problem)
                .containsExactly("no route starts with direct:suffix");
    }

    @Test
    void an_emptied_folder_stops_nothing() throws IOException {
        for (String file : List.of(
                "10-greeting.camel.yaml",
                "20-suffix.camel.yaml",
                "kamelets/echo-source.kamelet.yaml",
                "channels/echo.camel.yaml")) {
            Files.delete(folder.resolve(file));
        }
        settle();
        assertThat(ask("direct:greet")).isEqualTo("good day");
    }

    @Test
    void a_new_channel_is_one_new_file() throws IOException {
        write(
                "channels/second.camel.yaml",
                ECHO_CHANNEL.replace("echo}", "second}").replace("id: echo", "id: second"));
        settle();
        assertThat(ask("seda:second")).isEqualTo("heard at second!");
        assertThat(ask("seda:echo")).isEqualTo("heard at echo!");
    }

    @Test
    void a_changed_kamelet_reloads_the_channels_that_use_it() throws IOException {
        write("kamelets/echo-source.kamelet.yaml", ECHO_KAMELET.replace("heard at", "understood at"));
        settle();
        assertThat(ask("seda:echo")).isEqualTo("understood at echo!");
        assertThat(camel.getRoutes()).hasSize(4);
    }

    @Test
    void a_broken_kamelet_leaves_its_channels_running() throws IOException {
        write("kamelets/echo-source.kamelet.yaml", ECHO_KAMELET.replace("seda:", "sead:"));
        settle();
        assertThat(ask("seda:echo")).isEqualTo("heard at echo!");
    }

    @Test
    void a_kamelet_and_the_channel_that_needs_its_new_parameter_change_together() throws IOException {
        write("channels/echo.camel.yaml", ECHO_CHANNEL.replace("channel: echo", "channel: echo, word: read"));
        settle();
        assertThat(status("channels/echo.camel.yaml").state()).isEqualTo(State.LAST_GOOD_VERSION);
        write(
                "kamelets/echo-source.kamelet.yaml",
                ECHO_KAMELET
                        .replace("heard", "{{word}}")
                        .replace(
                                "    properties:\n",
                                "    properties:\n      word: {title: Word, description: What to say, type: string}\n"));
        settle();
        assertThat(ask("seda:echo")).isEqualTo("read at echo!");
    }

    @Test
    void a_route_that_passes_the_check_but_does_not_start_gives_way_to_the_old_one() throws IOException {
        write("10-greeting.camel.yaml", GREETING.replace("direct:greet", "seda:echo?size=7"));
        settle();
        assertThat(ask("direct:greet")).isEqualTo("good day");
        RouteStatus status = status("10-greeting.camel.yaml");
        assertThat(status.state()).isEqualTo(State.LAST_GOOD_VERSION);
        assertThat(status.findings().get(0).problem())
                .contains("does not start")
                .contains("queue size");
    }

    @Test
    void a_kamelet_that_does_not_start_gives_way_with_its_channels() throws IOException {
        write("kamelets/echo-source.kamelet.yaml", ECHO_KAMELET.replace("seda:{{channel}}", "direct:greet"));
        settle();
        assertThat(ask("seda:echo")).isEqualTo("heard at echo!");
        assertThat(ask("direct:greet")).isEqualTo("good day");
        assertThat(status("kamelets/echo-source.kamelet.yaml").state()).isEqualTo(State.LAST_GOOD_VERSION);
        write("kamelets/echo-source.kamelet.yaml", ECHO_KAMELET.replace("heard", "noted"));
        settle();
        assertThat(ask("seda:echo")).isEqualTo("noted at echo!");
    }

    @Test
    void a_channel_that_did_not_start_leaves_nothing_behind_and_runs_once_mended() throws IOException {
        String second = ECHO_CHANNEL.replace("echo}", "second}").replace("id: echo", "id: second");
        write("channels/second.camel.yaml", second.replace("direct:suffix", "seda:echo?size=7"));
        settle();
        assertThat(status("channels/second.camel.yaml").state()).isEqualTo(State.REFUSED);
        assertThat(camel.getRoutes()).hasSize(4);
        write("channels/second.camel.yaml", second);
        settle();
        assertThat(ask("seda:second")).isEqualTo("heard at second!");
    }

    @Test
    void error_handling_of_other_files_is_renewed_in_them() throws IOException {
        String handling = """
                - routeConfiguration:
                    onException:
                      - onException:
                          exception: [java.lang.IllegalStateException]
                          handled: {constant: "true"}
                          steps:
                            - setBody: {constant: caught}
                """;
        write("90-failures.camel.yaml", handling);
        write(
                "10-greeting.camel.yaml",
                GREETING.replace(
                        "setBody: {constant: good day}",
                        "throwException: {exceptionType: java.lang.IllegalStateException, message: oops}"));
        settle();
        assertThat(ask("direct:greet")).isEqualTo("caught");
        write("90-failures.camel.yaml", handling.replace("caught", "handled anew"));
        settle();
        assertThat(ask("direct:greet")).isEqualTo("handled anew");
    }

    @Test
    void a_file_that_clashes_with_one_that_runs_is_the_one_to_blame() throws IOException {
        write(
                "channels/alpha.camel.yaml",
                ECHO_CHANNEL.replace("id: echo", "id: greeting").replace("echo}", "alpha}"));
        settle();
        assertThat(status("channels/alpha.camel.yaml").findings())
                .extracting(Finding::problem)
                .singleElement()
                .asString()
                .startsWith("route id 'greeting' is taken by ");
        assertThat(status("10-greeting.camel.yaml").state()).isEqualTo(State.RUNNING);
        assertThat(status("10-greeting.camel.yaml").findings()).isEmpty();
    }

    @Test
    void a_deletion_that_would_break_others_holds_up_no_other_edit() throws IOException {
        Files.delete(folder.resolve("20-suffix.camel.yaml"));
        write("10-greeting.camel.yaml", GREETING.replace("good day", "good night"));
        settle();
        assertThat(ask("direct:greet")).isEqualTo("good night");
        assertThat(ask("seda:echo")).isEqualTo("heard at echo!");
        assertThat(status("20-suffix.camel.yaml").findings()).hasSize(1);
        assertThat(status("10-greeting.camel.yaml").findings()).isEmpty();
    }

    @Test
    void a_file_that_is_not_read_is_told_as_long_as_it_is_there() throws IOException {
        write("channels/second.yaml", ECHO_CHANNEL);
        settle();
        assertThat(status("channels/second.yaml").findings())
                .extracting(Finding::remedy)
                .containsExactly("rename it to second.camel.yaml, or take it out of the folder");
        Files.delete(folder.resolve("channels/second.yaml"));
        settle();
        assertThat(reloader.status()).hasSize(4);
    }

    @Test
    void an_old_refusal_is_not_told_again_when_another_file_is_edited() throws IOException {
        var log = (ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger(RouteReloader.class);
        var lines = new ch.qos.logback.core.read.ListAppender<ch.qos.logback.classic.spi.ILoggingEvent>();
        lines.start();
        log.addAppender(lines);
        try {
            write("10-greeting.camel.yaml", GREETING.replace("setBody", "setBdy"));
            settle();
            write("20-suffix.camel.yaml", SUFFIX.replace("!", "?"));
            settle();
            write("20-suffix.camel.yaml", SUFFIX);
            settle();
        } finally {
            log.detachAppender(lines);
        }
        assertThat(lines.list)
                .filteredOn(line -> line.getFormattedMessage().contains("refused"))
                .hasSize(1);
    }

    @Test
    void an_exchange_in_flight_ends_before_its_route_is_replaced() throws Exception {
        var entered = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        camel.getRegistry().bind("desk", new SlowBean(entered, leave));
        write(
                "channels/echo.camel.yaml",
                ECHO_CHANNEL.replace(
                        "- to: direct:suffix",
                        "- bean: {ref: desk, method: \"accept(${body})\"}\n        - to: direct:suffix"));
        settle();
        CompletableFuture<Object> answer = CompletableFuture.supplyAsync(() -> ask("seda:echo"));
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        write("channels/echo.camel.yaml", ECHO_CHANNEL);
        CompletableFuture<Void> reload = CompletableFuture.runAsync(this::settle);
        leave.countDown();
        reload.get(20, TimeUnit.SECONDS);
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("heard at echo!");
    }

    @Test
    void a_broken_file_stops_the_start_with_its_findings() throws IOException {
        write("10-greeting.camel.yaml", GREETING.replace("setBody", "setBdy"));
        try (var fresh = new DefaultCamelContext()) {
            var second = new RouteReloader(new RouteFiles(folder), CHECKER, fresh, Clock.systemUTC());
            assertThatThrownBy(second::start)
                    .isInstanceOf(InvalidConfiguration.class)
                    .hasMessageContaining("10-greeting.camel.yaml:6: unknown key 'setBdy' in 'steps'");
        }
    }

    public record SlowBean(CountDownLatch entered, CountDownLatch leave) {

        public Object accept(Object body) throws InterruptedException {
            entered.countDown();
            leave.await(10, TimeUnit.SECONDS);
            return body;
        }
    }

    private Object ask(String endpoint) {
        try (var template = camel.createProducerTemplate()) {
            return template.requestBody(endpoint, "hello");
        } catch (CamelExecutionException | IOException e) {
            return e;
        }
    }

    private void settle() {
        reloader.poll();
        reloader.poll();
    }

    private RouteStatus status(String file) {
        return reloader.status().stream()
                .filter(status -> status.file().equals(folder.resolve(file)))
                .findFirst()
                .orElseThrow();
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
