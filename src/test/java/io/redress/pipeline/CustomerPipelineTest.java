package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.RawMessage;
import io.redress.ledger.StatusLinkRows;
import io.redress.lifecycle.UpdateKind;
import io.redress.pipeline.Arrivals.Arrival;
import io.redress.status.CustomerView;
import io.redress.status.CustomerViews;
import io.redress.status.LinkStates.LinkState;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Honest people are found by their tickets, and see what is theirs. */
class CustomerPipelineTest extends StandingHub {

    private static final String PROVED = "Authentication-Results: mx.shop.test; dkim=pass header.d=example.com\n";

    @Autowired
    CustomerViews views;

    @Autowired
    StatusLinkRows links;

    private static final Map<String, BiFunction<CustomerPipelineTest, String, Arrival>> CONTACTS = new TreeMap<>(Map.of(
            "form by phone", (hub, n) -> Arrivals.form("{\"text\":\"" + n + " again\",\"phone\":\"138 0013 8000\"}"),
            "form by address", (hub, n) -> Arrivals.form("{\"text\":\"" + n + "\",\"email\":\"LI@example.com\"}"),
            "call row by phone",
                    (hub, n) -> Arrivals.callRow("\"phone\":\"+86 13800138000\",\"content\":\"" + n + "\""),
            "webhook by phone",
                    (hub, n) -> Arrivals.webhook("\"text\":\"" + n + "\",\"customer\":{\"phone\":\"13800138000\"}"),
            "mail by number", (hub, n) -> Arrivals.mail(EMAIL, "Subject: " + n + "\n", "again"),
            "mail by number, proved", (hub, n) -> Arrivals.mail(EMAIL, PROVED + "Subject: " + n + "\n", "again"),
            "mail that answers one of before the codes",
                    (hub, n) -> Arrivals.mail(EMAIL, "In-Reply-To: <" + n + ".ack@shop.test>\n", "again")));

    private static final Map<String, BiFunction<CustomerPipelineTest, String, Arrival>> PERSONS = new TreeMap<>(Map.of(
            "mail that answers ours",
                    (hub, n) -> Arrivals.mail(EMAIL, "In-Reply-To: " + hub.ourMail(n) + "\n", "again"),
            "mail that answers ours, proved, from elsewhere",
                    (hub, n) -> Arrivals.mail(
                            "li@work.example.com", PROVED + "References: <x@y> " + hub.ourMail(n) + "\n", "again")));

    static Stream<String> contacts() {
        return CONTACTS.keySet().stream();
    }

    static Stream<String> persons() {
        return PERSONS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("contacts")
    void a_named_contact_follows_up_and_leaves_reopening_to_staff(String name) {
        String number = ticketByForm();
        becomes(number, UpdateKind.AWAITING_CUSTOMER);
        assertThat(ticketOf(arrived(CONTACTS.get(name).apply(this, number)))).isEqualTo(number);
        assertThat(status(number)).isEqualTo("in-progress");
        becomes(number, UpdateKind.SOLVED);
        RawMessage again = arrived(CONTACTS.get(name).apply(this, number), UUID.randomUUID() + "#2");
        if (state(again).equals("duplicate")) { // the same mail, word for word
            return;
        }
        assertThat(state(again)).isEqualTo("follow-up");
        assertThat(status(number)).isEqualTo("solved");
        assertThat(history(number)).anyMatch(event -> event.startsWith("not reopened a named contact"));
        assertThat(jdbc.sql("select review from ticket where number = ?")
                        .param(number)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(jdbc.sql("select count(*) from due_work where ticket_number = ? and argument like '%wrote-again%'")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("persons")
    void a_verified_person_reopens(String name) {
        String number = ticketByForm();
        becomes(number, UpdateKind.SOLVED);
        assertThat(ticketOf(arrived(PERSONS.get(name).apply(this, number)))).isEqualTo(number);
        assertThat(status(number)).isEqualTo("reopened");
    }

    @Test
    void who_has_the_handle_of_the_same_chat_reopens() {
        String members = "\"customer\":{\"id\":\"u-77\"},\"text\":\"";
        String number = arrived(Arrivals.webhook(members + "It leaks\"")).number();
        becomes(number, UpdateKind.SOLVED);
        arrived(Arrivals.webhook(members + number + " still leaks\""));
        assertThat(status(number)).isEqualTo("reopened");
    }

    @Test
    void the_number_of_a_follow_up_shows_that_it_came_and_nothing_of_the_ticket() {
        String number = ticketByForm();
        becomes(number, UpdateKind.SOLVED);
        RawMessage raw = arrived(CONTACTS.get("form by phone").apply(this, number));
        CustomerView view = views.find(raw.number()).orElseThrow();
        assertThat(view)
                .isEqualTo(new CustomerView(
                        raw.number(),
                        view.receivedAt(),
                        CustomerView.State.RECEIVED,
                        Map.of(),
                        null,
                        java.util.List.of()));
        assertThat(views.find(number).orElseThrow().steps()).isNotEmpty();
    }

    @Test
    void a_key_that_was_guessed_shows_nothing_of_the_first_ticket_and_the_same_form_again_does() {
        String key = UUID.randomUUID().toString();
        Arrival first = Arrivals.form("{\"text\":\"It leaks " + key + "\",\"phone\":\"" + PHONE + "\"}");
        String number = arrived(first, key).number();
        RawMessage guessed = arrived(Arrivals.form("{\"text\":\"x\",\"email\":\"evil@evil.test\"}"), key);
        RawMessage repeated = arrived(first, key);
        assertThat(state(guessed)).isEqualTo("duplicate");
        assertThat(views.find(guessed.number()).orElseThrow().number()).isEqualTo(guessed.number());
        assertThat(views.find(guessed.number()).orElseThrow().steps()).isEmpty();
        assertThat(views.find(repeated.number()).orElseThrow().number()).isEqualTo(number);
        links.withdraw(number, "staff");
        assertThat(links.of(repeated.number()).open()).isFalse();
    }

    @Test
    void links_end_some_time_after_closing_and_a_mail_of_the_customer_brings_a_new_one_to_the_ticket_s_address() {
        String number = ticketByForm();
        becomes(number, UpdateKind.CLOSED);
        assertThat(links.of(number)).isEqualTo(new LinkState(0, true));
        jdbc.sql("update ticket set closed_at = closed_at - interval '30 days' where number = ?")
                .param(number)
                .update();
        assertThat(links.of(number)).isEqualTo(new LinkState(0, false));

        arrived(Arrivals.mail("evil@evil.test", "Subject: " + number + "\n", "x"));
        arrived(Arrivals.form("{\"text\":\"" + number + "\",\"email\":\"" + EMAIL + "\"}"));
        assertThat(links.of(number).open()).isFalse();

        arrived(Arrivals.mail(EMAIL, "Subject: " + number + "\n", "What became of it?"));
        assertThat(links.of(number)).isEqualTo(new LinkState(1, true));
        arrived(Arrivals.mail(EMAIL, "Subject: " + number + "\n", "And now?"));
        assertThat(links.of(number).generation())
                .as("a link that works is not replaced")
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from due_work where ticket_number = ? and kind = 'message'")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void withdrawn_links_lead_nowhere_until_the_customer_writes() {
        String number = ticketByForm();
        links.withdraw(number, "staff");
        assertThat(links.of(number).open()).isFalse();
        arrived(Arrivals.mail(EMAIL, "In-Reply-To: " + ourMail(number) + "\n", "What became of it?"));
        assertThat(links.of(number)).isEqualTo(new LinkState(1, true));
    }
}
