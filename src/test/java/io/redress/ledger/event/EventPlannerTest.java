package io.redress.ledger.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.api.LedgerRows;
import io.redress.encryption.AesGcm;
import io.redress.event.EventOrder;
import io.redress.event.EventRequest;
import io.redress.event.EventSender;
import io.redress.event.EventSubscription;
import io.redress.incident.Incident;
import io.redress.incident.IncidentProblem;
import io.redress.incident.IncidentSubject;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventPlannerTest extends OwnDatabase {

    private static final Instant NOW = Instant.parse("2026-07-01T08:00:00Z");
    private static final String NUMBER = "R-260701-AXDXT7";

    private final SetClock clock = new SetClock(NOW);
    private final AesGcm encryption = new AesGcm(new byte[32]);
    private final SubscribedTypes subscribed = new SubscribedTypes(jdbc);
    private final SqlEventSubscriptions subscriptions = new SqlEventSubscriptions(jdbc, encryption, subscribed);
    private final SqlEventDeliveries deliveries = new SqlEventDeliveries(jdbc, encryption, clock);
    private final EventPlanner planner = new EventPlanner(jdbc, subscribed, clock);
    private final EventSender sender =
            new EventSender(deliveries, subscriptions, URI.create("https://hub.example.com"), () -> 0, clock);

    @BeforeEach
    void aTicket() {
        jdbc.sql("truncate event_subscription cascade").update();
        jdbc.sql("truncate ticket cascade").update();
        new LedgerRows(jdbc).ticket(NUMBER, "web", NOW, "Li", "because");
    }

    @Test
    void an_event_is_written_for_those_alone_who_subscribed_to_its_type_and_category_and_once() {
        subscribe("all", List.of("ticket.breached"), List.of());
        subscribe("other-category", List.of("ticket.breached"), List.of("none-has-this"));
        subscribe("other-type", List.of("ticket.created"), List.of());

        planner.breached(NUMBER, "mark", NOW);
        planner.breached(NUMBER, "mark", NOW);

        assertThat(planned()).containsExactly("all ticket.breached");
    }

    @Test
    void what_is_rolled_back_is_told_to_nobody() {
        subscribe("all", List.of("ticket.breached"), List.of());

        transaction.executeWithoutResult(status -> {
            planner.breached(NUMBER, "mark", NOW);
            status.setRollbackOnly();
        });

        assertThat(planned()).isEmpty();
    }

    @Test
    void where_nobody_subscribed_no_statement_is_sent() {
        subscribe("other", List.of("ticket.closed"), List.of());
        jdbc.sql("alter table event_delivery rename to event_delivery_away").update();
        try {
            planner.breached(NUMBER, "mark", NOW);
            planner.followedUp(NUMBER, "item");
            planner.began(incident(IncidentSubject.Kind.CHANNEL));
        } finally {
            jdbc.sql("alter table event_delivery_away rename to event_delivery").update();
        }
    }

    @Test
    void trouble_of_channels_and_targets_is_told_and_that_of_secrets_is_not() {
        subscribe("all", List.of("channel.failing", "target.recovered"), List.of());
        var target = incident(IncidentSubject.Kind.TARGET);

        planner.began(incident(IncidentSubject.Kind.CHANNEL));
        planner.ended(new Incident(target.id(), target.subject(), target.trouble(), NOW, NOW.plusSeconds(60)));
        planner.began(incident(IncidentSubject.Kind.SECRET));

        assertThat(planned()).containsExactlyInAnyOrder("all channel.failing", "all target.recovered");
    }

    @Test
    void a_request_says_which_ticket_and_nothing_of_a_person() {
        subscribe("all", List.of("ticket.updated"), List.of());
        planner.followedUp(NUMBER, "item");

        EventRequest request = sender.begin(claimed());

        assertThat(request.body())
                .contains("\"type\":\"ticket.updated\"", NUMBER, "https://hub.example.com/console/tickets/" + NUMBER)
                .doesNotContain("Li", "because");
    }

    @Test
    void an_event_that_fails_is_tried_for_three_days_and_then_the_webhook_is_disabled() {
        subscribe("all", List.of("ticket.updated"), List.of());
        planner.followedUp(NUMBER, "item");

        int attempts = 0;
        while (subscriptions.find("all").orElseThrow().disabled() == null) {
            sender.answered(sender.begin(claimed()), 503, null);
            attempts++;
            clock.pass(Duration.ofHours(24));
        }

        assertThat(attempts).isEqualTo(10);
        assertThat(subscriptions.find("all").orElseThrow().disabledWhy()).contains("10 attempts", "503");
        planner.followedUp(NUMBER, "another item");
        assertThat(planned()).hasSize(1);
        assertThat(deliveries.latest("all", 10)).singleElement().satisfies(one -> assertThat(one.state())
                .isEqualTo("failed"));
        subscriptions.enable("all");
        assertThat(deliveries.replay("all")).isEqualTo(1);
        sender.answered(sender.begin(claimed()), 204, null);
        assertThat(deliveries.latest("all", 10)).singleElement().satisfies(one -> assertThat(one.state())
                .isEqualTo("delivered"));
    }

    @Test
    void the_pauses_grow_and_a_subscriber_may_ask_for_a_longer_one() {
        subscribe("all", List.of("ticket.updated"), List.of());
        planner.followedUp(NUMBER, "item");

        sender.answered(sender.begin(claimed()), 500, null);
        assertThat(due()).isEqualTo(NOW.plusSeconds(5));
        clock.pass(Duration.ofSeconds(5));
        sender.answered(sender.begin(claimed()), 429, "3600");

        assertThat(due()).isEqualTo(NOW.plusSeconds(5 + 3600));
        assertThat(deliveries.claim()).isEmpty();
    }

    @Test
    void a_subscriber_that_is_gone_is_asked_no_second_time() {
        subscribe("all", List.of("ticket.updated"), List.of());
        planner.followedUp(NUMBER, "item");

        sender.answered(sender.begin(claimed()), 410, null);

        assertThat(subscriptions.find("all").orElseThrow().disabledWhy()).contains("410");
        assertThat(deliveries.claim()).isEmpty();
    }

    @Test
    void for_a_day_after_a_rotation_both_secrets_sign_and_then_the_new_one_alone() {
        subscribe("all", List.of("ticket.updated"), List.of());
        subscriptions.rotate("all", "whsec_bmV3IHNlY3JldA==", NOW.plus(Duration.ofHours(24)));
        planner.followedUp(NUMBER, "item");

        EventRequest both = sender.begin(claimed());
        assertThat(both.headers().get("webhook-signature")).matches("v1,\\S+ v1,\\S+");
        sender.answered(both, 500, null);
        clock.pass(Duration.ofHours(24));

        assertThat(sender.begin(claimed()).headers().get("webhook-signature")).matches("v1,\\S+");
    }

    @Test
    void secrets_are_stored_encrypted() {
        subscribe("all", List.of("ticket.updated"), List.of());

        byte[] stored = jdbc.sql("select secret from event_subscription")
                .query((row, n) -> row.getBytes(1))
                .single();

        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("whsec_");
    }

    @Test
    void of_one_subscriber_four_events_are_under_way_at_once() {
        subscribe("all", List.of("ticket.updated"), List.of());
        for (int i = 0; i < 6; i++) {
            planner.followedUp(NUMBER, "item " + i);
        }

        assertThat(deliveries.claim()).hasSize(4);
        assertThat(deliveries.claim()).isEmpty();
    }

    private void subscribe(String name, List<String> types, List<String> categories) {
        var subscription = new EventSubscription(
                name, "https://example.com/hook", types, categories, NOW, "tester", null, null, null);
        subscriptions.add(subscription, "whsec_b2xkIHNlY3JldA==");
    }

    private EventOrder claimed() {
        return deliveries.claim().get(0);
    }

    private Instant due() {
        return deliveries.latest("all", 1).get(0).dueAt();
    }

    private List<String> planned() {
        return jdbc.sql("select s.name || ' ' || d.type from event_delivery d"
                        + " join event_subscription s on s.id = d.subscription_id")
                .query(String.class)
                .list();
    }

    private static Incident incident(IncidentSubject.Kind kind) {
        return new Incident(
                UUID.randomUUID(),
                new IncidentSubject(kind, "crm"),
                new IncidentProblem("It is away", null, null),
                NOW,
                null);
    }
}
