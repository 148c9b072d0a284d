package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.intake.RawMessage;
import io.redress.lifecycle.UpdateKind;
import io.redress.pipeline.TestArrivals.Arrival;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Strangers who know a ticket's number, and sometimes more, get nothing by it. */
class StrangerPipelineTest extends SenderTrustHub {

    private static final String THEIRS = "<first@example.com>";
    private static final String FAILED = "Authentication-Results: mx.shop.test; dmarc=fail header.from=example.com\n";
    private static final String PROVED_EVIL =
            "Authentication-Results: mx.shop.test; dmarc=pass header.from=evil.test\n";
    private static final String FORGED = "Authentication-Results: mx.shop.test; dmarc=pass header.from=example.com\n";

    /** What strangers send who know the number of a ticket, and what else is said with the name. */
    private static final Map<String, BiFunction<StrangerPipelineTest, String, Arrival>> TRIES =
            new TreeMap<>(Map.ofEntries(
                    Map.entry("form: text", (hub, n) -> TestArrivals.form(evil("\"text\":\"About " + n + "\""))),
                    Map.entry(
                            "form: subject",
                            (hub, n) -> TestArrivals.form(evil("\"text\":\"x\",\"subject\":\"" + n + "\""))),
                    Map.entry(
                            "form: small letters",
                            (hub, n) ->
                                    TestArrivals.form(evil("\"text\":\"About " + n.toLowerCase(Locale.ROOT) + "\""))),
                    Map.entry(
                            "form: full width",
                            (hub, n) -> TestArrivals.form(evil("\"text\":\"About " + wide(n) + "\""))),
                    Map.entry(
                            "form: another's number in the text",
                            (hub, n) -> TestArrivals.form(evil("\"text\":\"" + n + " " + PHONE + " " + EMAIL + "\""))),
                    Map.entry(
                            "form: masked phone",
                            (hub, n) -> TestArrivals.form(
                                    "{\"text\":\"" + n + "\",\"email\":\"evil@evil.test\",\"name\":\"138****8000\"}")),
                    Map.entry(
                            "form: encoded",
                            (hub, n) -> TestArrivals.formData("text=About+" + n + "&email=evil%40evil.test")),
                    Map.entry(
                            "form: every field",
                            (hub, n) -> TestArrivals.form(evil("\"text\":\"x\",\"name\":\"" + n + "\",\"order_no\":\""
                                    + n + "\",\"product\":\"" + n + "\""))),
                    Map.entry("form: name of a file", (hub, n) -> TestArrivals.upload(n + ".txt", "x")),
                    Map.entry(
                            "webhook: text",
                            (hub, n) -> TestArrivals.webhook("\"text\":\"" + n + "\",\"customer\":{\"id\":\"evil\"}")),
                    Map.entry(
                            "webhook: subject and order",
                            (hub, n) -> TestArrivals.webhook("\"text\":\"x\",\"subject\":\"" + n + "\",\"orderNo\":\""
                                    + n + "\",\"customer\":{\"id\":\"e\"}")),
                    Map.entry("webhook: nobody", (hub, n) -> TestArrivals.webhook("\"text\":\"" + n + "\"")),
                    Map.entry(
                            "call row",
                            (hub, n) ->
                                    TestArrivals.callRow("\"phone\":\"13900139000\",\"content\":\"About " + n + "\"")),
                    Map.entry(
                            "call row: no phone", (hub, n) -> TestArrivals.callRow("\"content\":\"About " + n + "\"")),
                    Map.entry(
                            "mail: subject",
                            (hub, n) -> TestArrivals.mail("evil@evil.test", "Subject: Re: " + n + "\n", "x")),
                    Map.entry("mail: text", (hub, n) -> TestArrivals.mail("evil@evil.test", "", "About " + n)),
                    Map.entry(
                            "mail: customer's address as the name",
                            (hub, n) -> TestArrivals.mail(
                                    "\"" + EMAIL + "\" <evil@evil.test>", "Subject: " + n + "\n", "x")),
                    Map.entry(
                            "mail: Reply-To the customer",
                            (hub, n) -> TestArrivals.mail(
                                    "evil@evil.test", "Reply-To: " + EMAIL + "\nSubject: " + n + "\n", "x")),
                    Map.entry(
                            "mail: From the customer, Reply-To the stranger",
                            (hub, n) ->
                                    TestArrivals.mail(EMAIL, "Reply-To: evil@evil.test\nSubject: " + n + "\n", "x")),
                    Map.entry(
                            "mail: Message-ID of old kind",
                            (hub, n) -> TestArrivals.mail(
                                    "evil@evil.test", "In-Reply-To: <" + n + ".ack@shop.test>\n", "x")),
                    Map.entry(
                            "mail: code guessed",
                            (hub, n) -> TestArrivals.mail(
                                    "evil@evil.test",
                                    PROVED_EVIL + "References: <" + n + ".ack.0123456789abcdef01234567@shop.test>\n",
                                    "x")),
                    Map.entry(
                            "mail: answers the customer's",
                            (hub, n) -> TestArrivals.mail(
                                    "evil@evil.test",
                                    "In-Reply-To: " + THEIRS + "\nReferences: " + THEIRS + "\n",
                                    "x")),
                    Map.entry(
                            "mail: answers the customer's, proved",
                            (hub, n) -> TestArrivals.mail(
                                    "evil@evil.test", PROVED_EVIL + "In-Reply-To: " + THEIRS + "\n", "x")),
                    Map.entry(
                            "mail: our Message-ID, from somebody unproved",
                            (hub, n) ->
                                    TestArrivals.mail("evil@evil.test", "In-Reply-To: " + hub.ourMail(n) + "\n", "x")),
                    Map.entry(
                            "mail: forged From that failed",
                            (hub, n) -> TestArrivals.mail(
                                    EMAIL, FAILED + "Subject: " + n + "\nIn-Reply-To: " + hub.ourMail(n) + "\n", "x")),
                    Map.entry(
                            "mail: forged From and forged results below those that failed",
                            (hub, n) -> TestArrivals.mail(
                                    EMAIL,
                                    FAILED + FORGED + "Subject: " + n + "\nReferences: " + THEIRS + "\n",
                                    "x"))));

    private static String theirs;

    static Stream<String> tries() {
        return TRIES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("tries")
    void a_number_opens_no_door(String name) {
        String victim = victim();
        String before = row(victim);
        RawMessage raw = arrived(TRIES.get(name).apply(this, victim));
        assertThat(state(raw)).isEqualTo("ticketed");
        assertThat(ticketOf(raw)).isEqualTo(raw.number());
        assertThat(row(victim)).isEqualTo(before);
        assertThat(history(victim)).noneMatch(event -> event.startsWith("follow-up"));
        boolean mentions = history(raw.number()).contains("mentions " + victim);
        boolean mentioned =
                history(victim).stream().anyMatch(event -> event.startsWith("mentioned by " + raw.number()));
        assertThat(mentioned).isEqualTo(mentions);
        boolean named = !name.matches(".*(full width|every field|name of a file)");
        assertThat(mentions).as("both histories say so").isEqualTo(named);
    }

    @Test
    void of_1201_numbers_in_one_form_the_last_finds_no_ticket() {
        String victim = victim();
        String guesses = IntStream.range(0, 1200)
                .mapToObj(n -> "R-261128-%06d".formatted(n))
                .collect(Collectors.joining(" "));
        RawMessage raw = arrived(TestArrivals.form(evil("\"text\":\"" + guesses + " " + victim + "\"")));
        assertThat(ticketOf(raw)).isEqualTo(raw.number());
        assertThat(history(raw.number())).noneMatch(event -> event.startsWith("mentions"));
    }

    @Test
    void a_member_of_a_chat_who_names_a_number_gets_a_ticket_of_their_own() {
        String victim = victim();
        String before = row(victim);
        RawMessage raw = arrived(TestArrivals.weCom("evil", "m-" + victim, "About " + victim));
        await().atMost(SOON).until(() -> state(raw).equals("aggregated"));
        assertThat(ticketOf(raw)).isNotEqualTo(victim);
        assertThat(history(ticketOf(raw))).contains("mentions " + victim);
        assertThat(row(victim)).isEqualTo(before);
    }

    @Test
    void a_stranger_reopens_nothing() {
        String victim = ticketByForm();
        becomes(victim, UpdateKind.SOLVED);
        arrived(TestArrivals.form(evil("\"text\":\"Not solved! " + victim + "\"")));
        arrived(TestArrivals.mail(EMAIL, FAILED + "Subject: " + victim + "\n", "Not solved!"));
        assertThat(status(victim)).isEqualTo("solved");
    }

    @Test
    void a_forged_bounce_is_in_no_ticket_s_history() {
        String victim = victim();
        RawMessage raw = arrived(TestArrivals.mail(
                "mailer-daemon@evil.test",
                "Auto-Submitted: auto-replied\nSubject: Out of office " + victim + "\n",
                "I am away " + victim));
        assertThat(List.of(state(raw))).containsAnyOf("auto-reply", "bounce");
        assertThat(history(victim)).noneMatch(event -> event.startsWith("auto-reply") || event.startsWith("bounce"));
    }

    /** One ticket that all strangers try to get at. */
    private String victim() {
        if (theirs == null) {
            theirs = ticketByMail(THEIRS);
        }
        return theirs;
    }

    private static String evil(String members) {
        return "{" + members + ",\"email\":\"evil@evil.test\",\"phone\":\"13900139000\"}";
    }

    private static String wide(String number) {
        return number.chars().mapToObj(c -> Character.toString(c + 0xFEE0)).collect(Collectors.joining());
    }
}
