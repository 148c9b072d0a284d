package io.redress.channel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.camel.delivery.NoRetryHttpClientConfigurer;
import io.redress.channel.ChannelProblem;
import io.redress.channel.ChannelProblems;
import io.redress.channel.chat.RecordingHandOff;
import io.redress.channel.feed.FeedServer.Answer;
import io.redress.delivery.dialogue.Dialogues;
import io.redress.handoff.IntakeBackPressure;
import io.redress.intake.RawMessage;
import io.redress.ledger.feed.SqlFeedPositions;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.component.timer.TimerEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.TransactedPolicy;
import org.apache.camel.support.RoutePolicySupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kamelet {@code poll-source} with a marketplace on HTTP and the positions of a database; the test makes each poll. */
class FeedPollTest extends OwnDatabase {

    private static final Instant START = Instant.parse("2026-11-28T10:00:00Z");

    @TempDir
    Path config;

    private final FeedServer server = new FeedServer();
    private final SetClock clock = new SetClock(START);
    private final ChannelProblems problems = new ChannelProblems(clock);
    private final RecordingHandOff handOff = new RecordingHandOff();
    private final IntakeBackPressure intake = new IntakeBackPressure();
    private final Map<String, String> settings = new HashMap<>();
    private final KillablePositions positions = new KillablePositions();
    private DefaultCamelContext camel = new DefaultCamelContext();
    private int perMinute = 60;

    /** Those of the database, whose process may end before a position is moved. */
    private final class KillablePositions implements FeedPositions {

        private final FeedPositions stored = new SqlFeedPositions(jdbc, () -> 0, clock);
        private boolean killed;

        @Override
        public FeedPosition begin(String channel, String from, Instant start) {
            return stored.begin(channel, from, start);
        }

        @Override
        public Set<String> seen(String channel, Collection<String> items) {
            return stored.seen(channel, items);
        }

        @Override
        public boolean moved(FeedPosition position, Collection<String> items) {
            if (killed) {
                throw new IllegalStateException("killed");
            }
            return stored.moved(position, items);
        }
    }

    @BeforeEach
    void start() throws Exception {
        jdbc.sql("truncate feed_position, feed_item").update();
        settings.put("shop.api", server.address());
        settings.put("shop.token", "token-0001 token-0000");
        connect("next: {cursor: next}", "now");
    }

    @AfterEach
    void stop() {
        camel.stop();
        server.close();
    }

    @Test
    void pages_are_read_to_the_last_one_and_each_item_is_taken_once() {
        serve(Map.of(
                "", page("b", review("1", 1), review("2", 2)),
                "b", page("", review("3", 3), review("2", 2))));

        poll();
        poll();

        assertThat(texts()).containsExactly("text 1", "text 2", "text 3");
        assertThat(server.asked())
                .containsExactly(
                        "/reviews?since=2026-11-28T10:00:00Z&cursor=",
                        "/reviews?since=2026-11-28T10:00:00Z&cursor=b",
                        "/reviews?since=2026-11-28T10:00:00Z&cursor=",
                        "/reviews?since=2026-11-28T10:00:00Z&cursor=b");
        assertThat(server.authorizations()).containsOnly("Bearer token-0001");
        assertThat(problems.of("shop")).isEmpty();
    }

    @Test
    void what_was_read_is_asked_for_again_only_as_far_as_the_overlap_goes() {
        serve(Map.of("", page("")));
        poll();
        clock.set(START.plus(Duration.ofHours(3)));
        serve(Map.of("", page("", review("1", 90))));
        poll();
        server.forget();

        poll();

        assertThat(server.asked()).containsExactly("/reviews?since=2026-11-28T11:20:00Z&cursor=");
        assertThat(texts()).containsExactly("text 1");
    }

    @Test
    void a_time_in_the_future_moves_nothing_beyond_now() {
        serve(Map.of("", page("", review("1", 600_000))));
        poll();
        server.forget();
        poll();
        assertThat(server.asked()).containsExactly("/reviews?since=2026-11-28T10:00:00Z&cursor=");
    }

    @Test
    void after_a_kill_between_a_page_and_its_position_the_page_gives_arrivals_of_the_same_ids() {
        serve(Map.of("", page("b", review("1", 1), review("2", 2)), "b", page("", review("3", 3))));
        positions.killed = true;
        poll();
        List<String> before = handOff.handedOff().stream().map(RawMessage::id).toList();
        assertThat(before).hasSize(2);
        positions.killed = false;

        poll();

        assertThat(texts()).containsExactly("text 1", "text 2", "text 1", "text 2", "text 3");
        assertThat(handOff.handedOff().stream()
                        .map(RawMessage::id)
                        .limit(4)
                        .toList()
                        .subList(2, 4))
                .isEqualTo(before);
    }

    @Test
    void after_a_restart_in_the_middle_reading_goes_on_behind_the_last_page() throws Exception {
        connect("next: {cursor: next}\npages: 1", "now");
        serve(Map.of("", page("b", review("1", 1)), "b", page("", review("2", 2))));
        poll();
        connect("next: {cursor: next}\npages: 1", "now");

        poll();

        assertThat(server.asked()).last().asString().endsWith("cursor=b");
        assertThat(texts()).containsExactly("text 1", "text 2");
    }

    @Test
    void a_stop_of_the_hub_does_not_wait_for_a_page_that_waits_for_its_rate() throws Exception {
        perMinute = 1;
        connect("next: {cursor: next}", "now");
        serve(Map.of("", page("b", review("1", 1)), "b", page("", review("2", 2))));
        var poll = CompletableFuture.runAsync(this::poll);
        await().until(() -> texts().equals(List.of("text 1")));

        camel.getShutdownStrategy().setTimeout(15);
        camel.stop();

        assertThat(camel.getShutdownStrategy().hasTimeoutOccurred()).isFalse();
        assertThat(poll).succeedsWithin(Duration.ofSeconds(5));
        assertThat(problems.of("shop")).isEmpty();
        connect("next: {cursor: next}", "now");
        poll();
        assertThat(server.asked()).last().asString().endsWith("cursor=b");
        assertThat(texts()).containsExactly("text 1", "text 2");
    }

    @Test
    void a_first_poll_takes_nothing_that_is_older_than_it_was_told() {
        serve(Map.of("", page("", review("1", -5), review("2", 1))));
        poll();
        assertThat(texts()).containsExactly("text 2");
    }

    @Test
    void another_parameter_from_begins_anew_and_takes_what_was_not_taken() throws Exception {
        serve(Map.of("", page("", review("1", -5), review("2", 1))));
        poll();
        connect("next: {cursor: next}", "2026-11-28");

        poll();

        assertThat(server.asked()).last().asString().contains("since=2026-11-28T00:00:00Z");
        assertThat(texts()).containsExactly("text 2", "text 1");
    }

    @Test
    void an_edited_review_comes_again_and_one_with_more_votes_does_not() {
        serve(Map.of("", page("", review("1", 1))));
        poll();
        serve(Map.of("", page("", review("1", 1).replace("\"votes\":0", "\"votes\":7"))));
        poll();
        serve(Map.of("", page("", review("1", 2))));
        poll();
        assertThat(handOff.handedOff()).hasSize(2);
        assertThat(handOff.handedOff().get(0).sourceKey()).startsWith("1@");
        assertThat(handOff.handedOff().get(0).id())
                .isNotEqualTo(handOff.handedOff().get(1).id());
    }

    @Test
    void an_item_without_a_name_and_one_that_is_no_object_stop_no_neighbour() {
        serve(Map.of("", page("", "{\"text\":\"who?\"}", "17", review("1", 1))));
        poll();
        poll();
        assertThat(handOff.handedOff()).hasSize(3);
        assertThat(texts()).contains("text 1");
        assertThat(problems.of("shop")).isEmpty();
    }

    @Test
    void a_feed_that_is_asked_too_often_is_left_alone_as_long_as_it_says() {
        server.answers(path -> new Answer(429, "", Map.of("Retry-After", "120")));
        poll();
        poll();
        clock.pass(Duration.ofSeconds(119));
        poll();
        assertThat(server.asked()).hasSize(1);

        clock.pass(Duration.ofSeconds(2));
        serve(Map.of("", page("", review("1", 1))));
        poll();

        assertThat(texts()).containsExactly("text 1");
        assertThat(problems.of("shop")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {}                      | 1 | rejects the channel's token | HTTP 401",
                "403 | {}                      | 1 | rejects the channel's token | HTTP 403",
                "404 | {}                      | 1 | refuses the request | HTTP 404",
                "503 | {}                      | 3 | does not answer | HTTP 503",
                "200 | <html>Log in</html>     | 1 | is not JSON | a JSON object is expected",
                "200 | '{\"reviews\": {}}'     | 1 | has no list of items | nothing is at reviews",
                "200 | '{\"data\": []}'        | 1 | has no list of items | nothing is at reviews",
                "200 | '{\"code\": \"limit\"}' | 3 | polled too often | HTTP 200, code limit",
            })
    void what_cannot_be_read_is_told_with_its_remedy_and_taken_back(
            int status, String body, int polls, String problem, String words) {
        server.answers(path -> new Answer(status, body, Map.of()));
        for (int i = 1; i < polls; i++) {
            poll();
            clock.pass(Duration.ofHours(1));
        }
        assertThat(problems.of("shop")).isEmpty();
        poll();

        ChannelProblem told = problems.of("shop").get(0).problem();
        assertThat(told.problem()).contains(problem);
        assertThat(told.words()).isEqualTo(words);
        assertThat(told.remedy()).isNotBlank();

        clock.pass(Duration.ofHours(1));
        serve(Map.of("", page("", review("1", 1))));
        poll();
        assertThat(problems.of("shop")).isEmpty();
        assertThat(texts()).containsExactly("text 1");
    }

    @Test
    void a_page_that_is_endless_is_given_up_and_told() {
        server.answers(path -> Answer.ok("{\"reviews\": [\"" + "x".repeat(Dialogues.LONGEST) + "\"]}"));
        poll();
        assertThat(problems.of("shop").get(0).problem().problem()).contains("too large");
        assertThat(handOff.handedOff()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a, 2", "'a b', 4", "'a b c d e', 13"})
    void pages_that_repeat_in_a_loop_end_the_poll_and_what_is_new_on_them_is_taken_all_the_same(
            String loop, int mostPages) {
        List<String> cursors = List.of(loop.split(" "));
        server.answers(path -> {
            String cursor = path.replaceFirst(".*cursor=", "");
            int at = cursors.indexOf(cursor) + 1;
            return Answer.ok(page(cursors.get(at % cursors.size()), review(cursor + "x", 1)));
        });

        poll();

        assertThat(server.asked()).hasSizeLessThanOrEqualTo(mostPages);
        assertThat(texts()).hasSize(cursors.size() + 1);
        assertThat(problems.of("shop").get(0).problem().problem()).contains("repeat in a loop");

        serve(Map.of("", page("", review("new", 1))));
        poll();
        assertThat(texts()).contains("text new");
        assertThat(problems.of("shop")).isEmpty();
    }

    @Test
    void a_cursor_that_has_ended_is_followed_by_reading_from_the_last_date_on() {
        serve(Map.of("", page("b", review("1", 1)), "b", "410"));
        poll();
        serve(Map.of("", page("c", review("1", 1)), "c", page("", review("2", 2))));

        poll();

        assertThat(server.asked())
                .endsWith(
                        "/reviews?since=2026-11-28T10:00:00Z&cursor=", "/reviews?since=2026-11-28T10:00:00Z&cursor=c");
        assertThat(texts()).containsExactly("text 1", "text 2");
        assertThat(problems.of("shop")).isEmpty();
    }

    @Test
    void links_are_followed_on_the_same_server_and_nowhere_else() throws Exception {
        connect("GET {api}/reviews", "next: {link: true}", "now");
        try (var other = new FeedServer()) {
            server.answers(path -> path.endsWith("=2")
                    ? new Answer(
                            200,
                            "{\"reviews\": [" + review("2", 1) + "]}",
                            Map.of("Link", "<" + other.address() + "/steal>; rel=\"next\""))
                    : new Answer(
                            200,
                            "{\"reviews\": [" + review("1", 1) + "]}",
                            Map.of("Link", "</reviews?page=0>; rel=prev, </reviews?page=2>; rel=\"next last\"")));

            poll();

            assertThat(texts()).containsExactly("text 1", "text 2");
            assertThat(other.asked()).isEmpty();
            assertThat(problems.of("shop").get(0).problem().words()).contains("on another server");
        }
    }

    @Test
    void an_address_with_the_channels_token_is_not_followed_however_it_is_written() throws Exception {
        connect("GET {api}/reviews", "next: {link: true}", "now");
        settings.put("shop.token", "to/ken+1=");
        server.answers(path -> new Answer(
                200,
                "{\"reviews\": [" + review("1", 1) + "]}",
                Map.of("Link", "</reviews?page=2&token=to%2Fken%2B1%3D>; rel=next")));

        poll();

        assertThat(texts()).containsExactly("text 1");
        assertThat(server.asked()).hasSize(1);
        assertThat(problems.of("shop").get(0).problem().words()).contains("secret");
    }

    @ParameterizedTest
    @CsvSource({"/steal?token=t", "/reviews?page=2&token=token-0001"})
    void a_next_page_that_is_refused_is_kept_nowhere_and_its_page_comes_again(String next) throws Exception {
        connect("GET {api}/reviews", "next: {url: next}", "now");
        try (var other = new FeedServer()) {
            String address = next.startsWith("/steal") ? other.address() + next : next;
            server.answers(path -> Answer.ok(page(path.endsWith("=2") ? "" : address, review("1", 1))));
            poll();

            assertThat(jdbc.sql("select cursor || mark from feed_position")
                            .query(String.class)
                            .single())
                    .isEmpty();
            assertThat(problems.of("shop").get(0).problem().words()).contains("another server");

            server.answers(path -> Answer.ok(
                    path.endsWith("=2") ? page("", review("2", 2)) : page("/reviews?page=2", review("1", 1))));
            poll();
            assertThat(texts()).containsExactly("text 1", "text 2");
            assertThat(problems.of("shop")).isEmpty();
        }
    }

    @Test
    void a_cursor_with_the_channels_token_is_refused_before_it_is_kept() {
        serve(Map.of("", page("x-token-0001", review("1", 1))));
        poll();
        assertThat(jdbc.sql("select cursor from feed_position")
                        .query(String.class)
                        .single())
                .isEmpty();
        assertThat(server.asked()).hasSize(1);
        assertThat(texts()).containsExactly("text 1");
    }

    @Test
    void a_time_in_the_future_is_not_where_the_next_poll_begins() throws Exception {
        connect("GET {api}/reviews?after={cursor?}", "next: {last: changed}", "all");
        server.answers(path -> Answer.ok(
                path.endsWith("=")
                        ? page("", review("1", 0), review("9", 600_000))
                        : page("", review("9", 600_000), review("2", 10))));
        poll();
        clock.pass(Duration.ofMinutes(20));
        poll();
        assertThat(server.asked()).allMatch(path -> path.matches(".*after=(2026.*)?"));
        assertThat(texts()).containsExactly("text 1", "text 9", "text 2");
    }

    @Test
    void an_item_that_moves_to_a_page_already_read_is_taken_by_the_next_poll() throws Exception {
        connect("GET {api}/reviews?since={since}&page={page}", "next: {page: 1}", "2026-11-28");
        var all = new ArrayList<>(List.of("1", "2", "3", "100"));
        server.answers(path -> {
            Instant since = Instant.parse(path.replaceFirst(".*since=([^&]*).*", "$1"));
            int first = 2 * (Integer.parseInt(path.replaceFirst(".*page=", "")) - 1);
            String[] shown = all.stream()
                    .filter(id ->
                            !START.plus(Duration.ofMinutes(Long.parseLong(id))).isBefore(since))
                    .skip(first)
                    .limit(2)
                    .map(id -> review(id, Integer.parseInt(id)))
                    .toArray(String[]::new);
            all.remove("1"); // its author deletes it while the pages are read
            return Answer.ok(page("", shown));
        });
        clock.set(START.plus(Duration.ofHours(2)));
        poll();
        assertThat(texts()).containsExactly("text 1", "text 2", "text 100");

        poll();
        assertThat(texts()).containsExactly("text 1", "text 2", "text 100", "text 3");

        poll();
        assertThat(server.asked()).last().asString().contains("since=2026-11-28T11:30:00Z");
    }

    @Test
    void an_item_that_was_silent_is_taken_when_it_is_published_without_another_change() throws Exception {
        connect("GET {api}/reviews", "silent: {status: pending}", "now");
        server.answers(path -> Answer.ok(page("", review("1", 1).replace("{", "{\"status\": \"pending\", "))));
        poll();
        assertThat(texts()).isEmpty();
        server.answers(path -> Answer.ok(page("", review("1", 1))));
        poll();
        poll();
        assertThat(texts()).containsExactly("text 1");
    }

    @Test
    void an_item_without_an_id_does_not_keep_the_feed_at_its_page() throws Exception {
        connect("GET {api}/reviews?after={cursor?}", "next: {last: id}", "all");
        server.answers(path -> Answer.ok(
                switch (path.replaceFirst(".*=", "")) {
                    case "" -> page("", review("1", 1), "{\"text\": \"nameless\"}");
                    case "1" -> page("", review("2", 2));
                    default -> page("");
                }));
        poll();
        assertThat(texts()).contains("text 1", "text 2");
    }

    @Test
    void a_durable_cursor_goes_on_behind_the_last_item() throws Exception {
        connect("GET {api}/reviews?after={cursor?}", "next: {last: id}", "all");
        server.answers(path -> Answer.ok(
                switch (path.replaceFirst(".*=", "")) {
                    case "" -> page("", review("1", -99), review("2", 1));
                    case "2" -> page("", review("3", 2));
                    default -> page("");
                }));
        poll();
        poll();
        assertThat(texts()).containsExactly("text 1", "text 2", "text 3");
        assertThat(server.asked())
                .containsExactly("/reviews?after=", "/reviews?after=2", "/reviews?after=3", "/reviews?after=3");
    }

    @Test
    void numbered_pages_with_the_newest_first_end_at_one_that_is_all_old() throws Exception {
        connect("GET {api}/reviews?page={page}", "next: {page: 1}\nnewestFirst: true", "2026-11-28");
        server.answers(path -> Answer.ok(
                switch (path.replaceFirst(".*=", "")) {
                    case "1" -> page("", review("4", 3), review("3", 2));
                    case "2" -> page("", review("2", -4000), review("1", -5000));
                    default -> page("", review("0", -9000));
                }));
        poll();
        assertThat(server.asked()).containsExactly("/reviews?page=1", "/reviews?page=2");
        assertThat(texts()).containsExactly("text 4", "text 3");
    }

    @Test
    void while_too_much_waits_nothing_is_asked_for() {
        serve(Map.of("", page("", review("1", 1))));
        intake.set("the disk is full");
        poll();
        assertThat(server.asked()).isEmpty();
        assertThat(problems.of("shop")).isEmpty();

        intake.set(null);
        poll();
        assertThat(texts()).containsExactly("text 1");
    }

    @Test
    void a_setting_that_is_missing_is_named() {
        settings.remove("shop.token");
        poll();
        assertThat(server.asked()).isEmpty();
        assertThat(problems.of("shop").get(0).problem().words()).isEqualTo("token has no value");
    }

    private void connect(String next, String from) throws Exception {
        connect("GET {api}/reviews?since={since}&cursor={cursor?}", next, from);
    }

    /** Connects the channel anew, as after a restart. */
    private void connect(String request, String next, String from) throws Exception {
        Files.createDirectories(config.resolve("mappings"));
        Files.writeString(config.resolve("mappings/shop.yaml"), "fields: {complaint.text: text}\n");
        Files.createDirectories(config.resolve("feeds"));
        Files.writeString(config.resolve("feeds/shop.yaml"), """
                settings: {token: {secret: true}, api: {}}
                request: %s
                headers: {authorization: "Bearer {token}"}
                items: reviews
                key: id
                time: {from: changed}
                later: {code: limit}
                %s
                examples: [{body: "{}", items: 1, complaints: 1}]
                """.formatted(request, next));
        camel.stop();
        camel = new DefaultCamelContext();
        camel.getRegistry()
                .bind(
                        "feedResources",
                        new FeedResources(
                                Feeds.read(config.resolve("feeds")), settings::get, positions, problems, clock));
        camel.getRegistry().bind("intakeBackPressure", intake);
        camel.getRegistry().bind("dialogues", new Dialogues(clock));
        camel.getRegistry().bind("handOff", handOff);
        camel.getRegistry().bind("leaderOnly", new RoutePolicySupport() {});
        camel.getRegistry().bind("noRetryHttpClientConfigurer", new NoRetryHttpClientConfigurer());
        camel.getRegistry().bind("jmsTransaction", new Untransacted());
        camel.getCamelContextExtension().registerEndpointCallback((uri, endpoint) -> {
            if (endpoint instanceof TimerEndpoint timer) {
                timer.setDelay(Duration.ofHours(1).toMillis()); // the test polls
            }
            return endpoint;
        });
        camel.getComponent("kamelet", KameletComponent.class).setLocation("file:routes/kamelets");
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("kamelet:poll-source?channel=shop&feed=shop&period=3600000&perMinute=" + perMinute + "&from="
                                + from)
                        .bean(handOff, "queue");
            }
        });
        camel.start();
    }

    /** Nothing is transacted here: the hand-off is no broker. */
    private static final class Untransacted implements TransactedPolicy {
        @Override
        public void beforeWrap(Route route, NamedNode definition) {}

        @Override
        public Processor wrap(Route route, Processor steps) {
            return steps;
        }
    }

    private void poll() {
        Consumer timer = camel.getRoutes().stream()
                .map(Route::getConsumer)
                .filter(consumer -> consumer.getEndpoint().getEndpointUri().startsWith("timer://shop-poll"))
                .findFirst()
                .orElseThrow();
        Exchange exchange = timer.getEndpoint().createExchange();
        try {
            timer.getProcessor().process(exchange);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        assertThat(exchange.getException()).isNull();
    }

    /** @param pages by cursor; a number is a status */
    private void serve(Map<String, String> pages) {
        Function<String, String> body = path -> pages.getOrDefault(path.replaceFirst(".*cursor=", ""), "404");
        server.answers(path -> body.apply(path).length() == 3
                ? new Answer(Integer.parseInt(body.apply(path)), "", Map.of())
                : Answer.ok(body.apply(path)));
    }

    private static String page(String next, String... reviews) {
        return "{\"reviews\": [" + String.join(",", reviews) + "], \"next\": \"" + next + "\"}";
    }

    /** @param minute after {@link #START} */
    private static String review(String id, int minute) {
        return "{\"id\":\"%s\",\"changed\":\"%s\",\"text\":\"text %s\",\"votes\":0}"
                .formatted(id, START.plus(Duration.ofMinutes(minute)), id);
    }

    private List<String> texts() {
        return handOff.handedOff().stream()
                .map(raw -> new String(Objects.requireNonNull(raw.original().inline()), StandardCharsets.UTF_8))
                .filter(json -> json.contains("\"text\":\"text "))
                .map(json -> json.replaceFirst(".*\"text\":\"(text [^\"]*)\".*", "$1"))
                .collect(Collectors.toList());
    }
}
