package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.RawMessage;
import io.redress.ledger.ticket.StatusLinkRows;
import io.redress.lifecycle.UpdateKind;
import io.redress.pipeline.TestArrivals.Arrival;
import io.redress.status.CustomerView;
import io.redress.status.CustomerViews;
import io.redress.status.StatusLinkStates.LinkState;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Honest people are found by their tickets, and see what is theirs. */
class CustomerPipelineTest extends SenderTrustHub {

    private static final String PROVED = "Authentication-Results: mx.shop.test; dkim=pass header.d=example.com\n";

    @Autowired
    CustomerViews views;

    @Autowired
    StatusLinkRows links;

    private static final Map<String, BiFunction<CustomerPipelineTest, String, Arrival>> CONTACTS = new TreeMap<>(Map.of(
            "form by phone",
                    (hub, n) -> TestArrivals.form("{\"text\":\"" + n + " again\",\"phone\":\"138 0013 8000\"}"),
            "form by address", (hub, n) -> TestArrivals.form("{\"text\":\"" + n + "\",\"email\":\"LI@example.com\"}"),
            "call row by phone",
                    (hub, n) -> TestArrivals.callRow("\"phone\":\"+86 13800138000\",\"content\":\"" + n + "\""),
            "webhook by phone",
                    (hub, n) -> TestArrivals.webhook("\"text\":\"" + n + "\",\"customer\":{\"phone\":\"13800138000\"}"),
            "mail by number", (hub, n) -> TestArrivals.mail(EMAIL, "Subject: " + n + "\n", "again"),
            "mail by number, proved", (hub, n) -> TestArrivals.mail(EMAIL, PROVED + "Subject: " + n + "\n", "again"),
            "mail that answers one of before the codes",
                    (hub, n) -> TestArrivals.mail(EMAIL, "In-Reply-To: <" + n + ".ack@shop.test>\n", "again")));

    private static final Map<String, BiFunction<CustomerPipelineTest, String, Arrival>> PERSONS = new TreeMap<>(Map.of(
            "mail that answers ours",
                    (hub, n) -> TestArrivals.mail(EMAIL, "In-Reply-To: " + hub.ourMail(n) + "\n", "again"),
            "mail that answers ours, proved, from elsewhere",
                    (hub, n) -> TestArrivals.mail(
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
        assertThat(history(number)).anyMatch(event -> event.matches("not reopened a (named|proved) contact.*"));
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

    @ParameterizedTest
    @ValueSource(strings = {"Thank you very much, it works now!", "好的，谢谢", "謝謝，問題解決了", "Thanks. %s"})
    void a_mere_thank_you_is_noted_and_reopens_nothing(String thanks) {
        String number = ticketByForm();
        becomes(number, UpdateKind.SOLVED);
        RawMessage mail = arrived(reply(number, thanks.formatted(number)));
        assertThat(ticketOf(mail)).isEqualTo(number);
        assertThat(status(number)).isEqualTo("solved");
        assertThat(history(number))
                .contains("thanked it stays solved")
                .noneMatch(event -> event.startsWith("not reopened"));
        arrived(reply(number, "Thanks, but it still leaks"));
        assertThat(status(number)).isEqualTo("reopened");
    }

    @Test
    void thanks_with_a_photo_reopen() {
        String number = ticketByForm();
        becomes(number, UpdateKind.SOLVED);
        String headers = "Subject: thanks\nReferences: " + ourMail(number)
                + "\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n";
        String parts = "--x\nContent-Type: text/plain\n\nThanks!\n--x\nContent-Type: image/png\n"
                + "Content-Disposition: attachment; filename=a.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--x--\n";
        arrived(TestArrivals.mail(EMAIL, headers, parts));
        assertThat(status(number)).isEqualTo("reopened");
    }

    private Arrival reply(String number, String text) {
        return TestArrivals.mail(
                EMAIL, "Content-Type: text/plain; charset=utf-8\nReferences: " + ourMail(number) + "\n", text);
    }

    @Test
    void who_has_the_handle_of_the_same_chat_reopens() {
        String members = "\"customer\":{\"id\":\"u-77\"},\"text\":\"";
        String number = arrived(TestArrivals.webhook(members + "It leaks\"")).number();
        becomes(number, UpdateKind.SOLVED);
        arrived(TestArrivals.webhook(members + number + " still leaks\""));
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
        Arrival first = TestArrivals.form("{\"text\":\"It leaks " + key + "\",\"phone\":\"" + PHONE + "\"}");
        String number = arrived(first, key).number();
        RawMessage guessed = arrived(TestArrivals.form("{\"text\":\"x\",\"email\":\"evil@evil.test\"}"), key);
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

        arrived(TestArrivals.mail("evil@evil.test", "Subject: " + number + "\n", "x"));
        arrived(TestArrivals.form("{\"text\":\"" + number + "\",\"email\":\"" + EMAIL + "\"}"));
        assertThat(links.of(number).open()).isFalse();

        arrived(TestArrivals.mail(EMAIL, "Subject: " + number + "\n", "What became of it?"));
        assertThat(links.of(number).open()).as("nothing proves the sender").isFalse();

        arrived(TestArrivals.mail(EMAIL, PROVED + "Subject: " + number + "\n", "What became of it at last?"));
        assertThat(links.of(number)).isEqualTo(new LinkState(1, true));
        arrived(TestArrivals.mail(EMAIL, PROVED + "Subject: " + number + "\n", "And now?"));
        assertThat(links.of(number).generation())
                .as("a link that works is not replaced")
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from due_work where ticket_number = ? and kind = 'message'")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("contacts")
    void only_a_contact_whose_mail_is_proved_renews_a_link_that_staff_withdrew(String name) {
        String number = ticketByForm();
        links.withdraw(number, "staff");
        assertThat(ticketOf(arrived(CONTACTS.get(name).apply(this, number)))).isEqualTo(number);
        boolean proved = name.endsWith("proved");
        assertThat(links.of(number)).isEqualTo(new LinkState(proved ? 1 : 0, proved));
        assertThat(jdbc.sql("select count(*) from due_work where ticket_number = ? and kind = 'message'")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(proved ? 1 : 0);
    }

    @Test
    void a_stranger_s_number_in_a_mail_opens_their_tickets_to_nobody() {
        String victim = arrived(TestArrivals.form("{\"text\":\"It leaks\",\"phone\":\"13911112222\"}"))
                .number();
        RawMessage mail = arrived(TestArrivals.mail("evil@evil.test", "", "Call 139 1111 2222 about " + victim));
        assertThat(ticketOf(mail)).isEqualTo(mail.number());
        RawMessage form = arrived(TestArrivals.form(
                "{\"text\":\"my " + mail.number() + "\",\"phone\":\"13911112222\",\"email\":\"who@x.test\"}"));
        assertThat(ticketOf(form))
                .as("the owner of the phone is nobody to the writer's ticket")
                .isEqualTo(form.number());
        assertThat(row(mail.number())).contains("\"phonesInText\": [\"+8613911112222\"]");
    }

    @Test
    void what_is_said_to_happen_later_counts_as_happening_when_it_came_in() {
        RawMessage later = arrived(TestArrivals.form(
                "{\"text\":\"It will leak\",\"email\":\"a@b.test\",\"occurred_at\":\"2099-01-01 10:00\"}"));
        RawMessage earlier = arrived(TestArrivals.form(
                "{\"text\":\"It has leaked\",\"email\":\"a@b.test\",\"occurred_at\":\"2019-01-01 10:00\"}"));
        String columns = "select document #>> '{complaint,occurredAt}' from ticket where number = ?";
        assertThat(jdbc.sql(columns).param(later.number()).query(String.class).single())
                .isEqualTo(later.receivedAt().toString());
        assertThat(jdbc.sql(columns).param(earlier.number()).query(String.class).single())
                .isEqualTo("2019-01-01T02:00:00Z");
        assertThat(jdbc.sql("select count(*) from ticket_clock where started_at < now() - interval '1 day'")
                        .query(Integer.class)
                        .single())
                .as("no clock began before its complaint came in")
                .isZero();
    }

    @Test
    void the_number_of_a_form_with_a_filled_hidden_field_looks_like_one_that_the_ledger_does_not_know() {
        Arrival plain = TestArrivals.form("{\"text\":\"It leaks\",\"email\":\"bot@bot.test\"}");
        var baited = new Arrival(
                plain.channel(),
                plain.format(),
                Map.of("content-type", "application/json", RawMessage.SUSPECTED, "field extra_remarks is filled"),
                plain.content());
        RawMessage raw = arrived(baited);
        assertThat(state(raw)).isEqualTo("invalid");
        assertThat(views.find(raw.number()))
                .isEqualTo(views.find("R-261128-ZZZZZZ"))
                .isEmpty();
        assertThat(links.of(raw.number())).isEqualTo(links.of("R-261128-ZZZZZZ"));

        RawMessage broken = arrived(TestArrivals.form("no JSON"));
        assertThat(views.find(broken.number()).orElseThrow().state())
                .as("what a person must look at still says so")
                .isEqualTo(CustomerView.State.IN_REVIEW);
    }

    @Test
    void of_the_tickets_that_a_mail_answers_the_one_of_in_reply_to_counts_then_the_latest_reference() {
        String first = ticketByForm();
        String second = ticketByForm();
        String third = ticketByForm();
        String thread = "References: " + ourMail(first) + " " + ourMail(second) + "\n";
        assertThat(ticketOf(arrived(TestArrivals.mail(
                        EMAIL,
                        "In-Reply-To: " + ourMail(third) + "\n" + thread + "Subject: Re: " + first + "\n",
                        "a"))))
                .isEqualTo(third);
        assertThat(ticketOf(arrived(TestArrivals.mail(EMAIL, thread + "Subject: Re: " + third + "\n", "b " + first))))
                .isEqualTo(second);
        assertThat(ticketOf(arrived(TestArrivals.mail(EMAIL, "Subject: Re: " + third + "\n", "c " + first))))
                .isEqualTo(third);
    }

    @Test
    void a_ticket_of_another_customer_is_passed_over_however_early_it_is_named() {
        String others = arrived(TestArrivals.form("{\"text\":\"x\",\"email\":\"wang@example.com\"}"))
                .number();
        String own = ticketByForm();
        RawMessage mail = arrived(TestArrivals.mail(
                EMAIL, "In-Reply-To: " + ourMail(others) + "\nReferences: " + ourMail(own) + "\n", "news?"));
        assertThat(ticketOf(mail)).isEqualTo(own);
        assertThat(history(others)).noneMatch(event -> event.startsWith("follow-up"));
    }

    @Test
    void withdrawn_links_lead_nowhere_until_the_customer_writes() {
        String number = ticketByForm();
        links.withdraw(number, "staff");
        assertThat(links.of(number).open()).isFalse();
        arrived(TestArrivals.mail(EMAIL, "In-Reply-To: " + ourMail(number) + "\n", "What became of it?"));
        assertThat(links.of(number)).isEqualTo(new LinkState(1, true));
    }
}
