package io.redress.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.channel.chat.Transcript;
import io.redress.intake.ChatMessage;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ConversationsTest {

    private static final Duration QUIET = Duration.ofMinutes(2);
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private static EmbeddedPostgres postgres;
    private static DataSource database;

    private final Hands clock = new Hands(NOON);
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final ConversationLimits limits = new ConversationLimits(10, 5, Duration.ofMinutes(1));
    private Conversations conversations = new Conversations(jdbc, limits, clock);

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        database = postgres.getPostgresDatabase();
        Flyway.configure().dataSource(database).load().migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void empty() {
        jdbc.sql("truncate conversation, conversation_message, item cascade").update();
    }

    @Test
    void messages_within_the_quiet_time_become_one_conversation_in_the_order_of_their_sending() throws IOException {
        collect("m2", "li", "而且没人回我", NOON.minusSeconds(10));
        clock.forward(Duration.ofSeconds(90));
        collect("m1", "li", "水管漏水", NOON.minusSeconds(30));
        collect("m3", "wang", "发票呢", NOON);
        clock.forward(Duration.ofSeconds(119));
        assertThat(conversations.claimQuiet(10)).isEmpty();

        clock.forward(Duration.ofSeconds(1));
        List<QuietConversation> quiet = conversations.claimQuiet(10);

        assertThat(quiet).hasSize(2).extracting(QuietConversation::channel).containsOnly("wecom");
        assertThat(quiet).extracting(this::texts).containsExactlyInAnyOrder(List.of("水管漏水", "而且没人回我"), List.of("发票呢"));
    }

    @Test
    void the_same_message_again_changes_nothing_not_even_the_waiting() {
        String item = UUID.randomUUID().toString();
        collect(item, "m1", "li", "漏水", NOON);
        clock.forward(QUIET.minusSeconds(1));
        collect(item, "m1", "li", "漏水", NOON);
        collect(UUID.randomUUID().toString(), "m1", "li", "漏水", NOON);
        clock.forward(Duration.ofSeconds(1));

        assertThat(conversations.claimQuiet(10)).singleElement().satisfies(quiet -> assertThat(texts(quiet))
                .containsExactly("漏水"));
    }

    @Test
    void a_repeat_after_the_hand_off_opens_no_empty_conversation() {
        collect("m1", "li", "漏水", NOON);
        clock.forward(QUIET);
        conversations.claimQuiet(10).forEach(quiet -> conversations.handedOff(quiet.id()));
        collect("m1", "li", "漏水", NOON);
        clock.forward(QUIET.multipliedBy(20));

        assertThat(conversations.claimQuiet(10)).isEmpty();
        assertThat(count("conversation")).isEqualTo(1);
    }

    @Test
    void a_message_after_the_claim_begins_a_new_conversation() {
        collect("m1", "li", "漏水", NOON);
        clock.forward(QUIET);
        QuietConversation first = conversations.claimQuiet(10).get(0);
        collect("m2", "li", "还在漏", clock.instant());
        conversations.handedOff(first.id());
        clock.forward(QUIET);

        QuietConversation second = conversations.claimQuiet(10).get(0);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(texts(first)).containsExactly("漏水");
        assertThat(texts(second)).containsExactly("还在漏");
    }

    @Test
    void who_never_stops_writing_is_heard_after_ten_quiet_times() {
        Instant end = NOON.plus(QUIET.multipliedBy(10));
        conversations = new Conversations(jdbc, new ConversationLimits(10, 1_000, Duration.ofMinutes(1)), clock);
        int n = 0;
        while (clock.instant().isBefore(end)) {
            assertThat(conversations.claimQuiet(10)).isEmpty();
            collect("m" + n++, "li", "喂", clock.instant());
            clock.forward(QUIET.dividedBy(2));
        }
        assertThat(conversations.claimQuiet(10)).singleElement().satisfies(quiet -> assertThat(texts(quiet))
                .hasSize(20));
    }

    @Test
    void a_conversation_is_over_with_its_last_allowed_message() {
        for (int n = 0; n < 5; n++) {
            assertThat(conversations.claimQuiet(10)).isEmpty();
            collect("m" + n, "li", "喂", clock.instant());
        }
        assertThat(conversations.claimQuiet(10)).hasSize(1);
    }

    @Test
    void a_crash_before_the_mark_gives_the_same_conversation_again_after_the_lease() {
        collect("m1", "li", "漏水", NOON);
        clock.forward(QUIET);
        QuietConversation claimed = conversations.claimQuiet(10).get(0);
        byte[] transcript = conversations.transcript(claimed.id());

        var restarted = new Conversations(jdbc, limits, clock);
        assertThat(restarted.claimQuiet(10)).as("leased").isEmpty();
        clock.forward(limits.lease());
        assertThat(restarted.claimQuiet(10)).containsExactly(claimed);
        assertThat(restarted.transcript(claimed.id())).isEqualTo(transcript);

        restarted.handedOff(claimed.id());
        clock.forward(limits.lease().multipliedBy(5));
        assertThat(restarted.claimQuiet(10)).isEmpty();
    }

    @Test
    void nodes_that_claim_at_once_get_each_conversation_once() throws Exception {
        for (int n = 0; n < 200; n++) {
            collect("m" + n, "user" + n, "漏水", NOON);
        }
        clock.forward(QUIET);
        var claimed = Collections.synchronizedList(new ArrayList<String>());
        var start = new CountDownLatch(1);
        var nodes = Executors.newFixedThreadPool(4);
        for (int node = 0; node < 4; node++) {
            var own = new Conversations(jdbc, limits, clock);
            nodes.submit(() -> {
                start.await();
                List<QuietConversation> batch;
                do {
                    batch = own.claimQuiet(7);
                    batch.forEach(quiet -> claimed.add(quiet.id()));
                } while (!batch.isEmpty());
                return null;
            });
        }
        start.countDown();
        nodes.shutdown();
        assertThat(nodes.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        assertThat(claimed).hasSize(200);
        assertThat(new HashSet<>(claimed)).hasSize(200);
    }

    @Test
    void messages_that_arrive_while_conversations_are_claimed_are_neither_lost_nor_doubled() throws Exception {
        int messages = 300;
        conversations = new Conversations(jdbc, new ConversationLimits(10, 3, Duration.ofMinutes(1)), clock);
        var writers = Executors.newFixedThreadPool(3);
        for (int writer = 0; writer < 3; writer++) {
            int first = writer;
            writers.submit(() -> {
                for (int n = first; n < messages; n += 3) {
                    collect("m" + n, "li", "m" + n, NOON.plusSeconds(n));
                }
                return null;
            });
        }
        writers.shutdown();
        var heard = new ArrayList<String>();
        while (!writers.awaitTermination(1, TimeUnit.MILLISECONDS)) {
            hear(heard);
        }
        clock.forward(QUIET);
        hear(heard);

        assertThat(heard).hasSize(messages);
        assertThat(new HashSet<>(heard)).hasSize(messages);
    }

    @Test
    void a_ticket_names_the_items_that_were_its_messages_and_takes_over_their_content() {
        String item = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();
        item(item);
        item(other);
        collect(item, "m1", "li", "漏水", NOON);
        collect(other, "m2", "wang", "发票", NOON);
        clock.forward(QUIET);
        QuietConversation li = conversations.claimQuiet(10).stream()
                .filter(quiet -> texts(quiet).contains("漏水"))
                .findFirst()
                .orElseThrow();

        transaction.executeWithoutResult(any -> conversations.ticketed(li.id(), "R-261122-ABCDEF"));

        assertThat(state(item)).isEqualTo("aggregated R-261122-ABCDEF");
        assertThat(state(other)).isEqualTo("collecting null");
        assertThat(jdbc.sql("select count(*) from conversation_message where message is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void hear(List<String> heard) {
        for (QuietConversation quiet : conversations.claimQuiet(10)) {
            heard.addAll(texts(quiet));
            conversations.handedOff(quiet.id());
        }
    }

    private void collect(String key, String who, String text, Instant sentAt) {
        collect(UUID.randomUUID().toString(), key, who, text, sentAt);
    }

    private void collect(String item, String key, String who, String text, Instant sentAt) {
        var customer = new Customer(null, List.of(), List.of(), List.of("wecom:" + who), null);
        var message = new ChatMessage(
                key, who, customer, Product.unknown(), null, text, null, sentAt, List.of(), List.of(), QUIET);
        transaction.executeWithoutResult(any -> conversations.collect(item, "wecom", message));
    }

    private List<String> texts(QuietConversation quiet) {
        try {
            return Transcript.fromJson(conversations.transcript(quiet.id())).messages().stream()
                    .map(ChatMessage::text)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void item(String id) {
        jdbc.sql("""
                insert into item (id, number, channel, format, received_at, state, reason, attributes, original_size,
                                  updated_at)
                values (?, 'R-1', 'wecom', 'wecom', now(), 'collecting', 'waits', '{}', 0, now())
                """).param(UUID.fromString(id)).update();
    }

    private String state(String id) {
        return jdbc.sql("select state || ' ' || coalesce(ticket_number, 'null') from item where id = ?")
                .param(UUID.fromString(id))
                .query(String.class)
                .single();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    /** A clock that a test moves. */
    private static final class Hands extends Clock {

        private volatile Instant now;

        Hands(Instant now) {
            this.now = now;
        }

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
