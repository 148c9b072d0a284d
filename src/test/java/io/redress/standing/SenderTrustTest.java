package io.redress.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.SenderVerification;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of {@code docs/standing.md} are what the code does. */
class SenderTrustTest {

    private static final TicketContacts TICKET = new TicketContacts(
            "wecom", List.of("+8613800138000"), List.of("li@example.com", "lin@example.com"), List.of("wecom:li"));

    private static final Map<String, String> KINDS =
            Map.of("e-mail", "email", "chat", "chat", "feed", "chat", "form", "web-form", "call row", "call-center");

    private static final List<String> OF_MAILS = List.of("the ticket's", "partly", "another");
    private static final List<String> OF_OTHERS =
            List.of("handle of the ticket's channel", "handle of another channel", "phone", "address", "another");

    private static final List<String> OF_FEEDS = List.of("the ticket's channel", "another channel");

    record Case(String channel, SenderVerification proof, String contact, ReferenceKind pointer) {}

    static Stream<Case> cases() {
        return KINDS.keySet().stream().sorted().flatMap(channel -> proofs(channel)
                .flatMap(proof -> contacts(channel).stream()
                        .flatMap(contact -> kinds(channel).map(kind -> new Case(channel, proof, contact, kind)))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void each_case_has_one_line_in_the_documentation_and_the_standing_that_it_says(Case one) {
        List<List<String>> rows = DocumentedTable.under("Who has which standing").stream()
                .filter(row -> row.get(0).equals(one.channel())
                        && says(row.get(1), one.proof().key())
                        && says(row.get(2), one.contact())
                        && says(
                                row.get(3),
                                one.pointer().name().toLowerCase(Locale.ROOT).replace('_', ' ')))
                .toList();
        assertThat(rows).hasSize(1);
        assertThat(SenderTrustRules.of(sender(one), TICKET, EnumSet.of(one.pointer()))
                        .words())
                .isEqualTo(rows.get(0).get(4));
    }

    @ParameterizedTest
    @MethodSource("acts")
    void each_standing_may_do_what_the_documentation_says(TicketAction action) {
        List<String> row = DocumentedTable.under("What each standing may do").stream()
                .filter(line -> line.get(0).equals(action.words()))
                .findFirst()
                .orElseThrow();
        for (SenderTrust trust : SenderTrust.values()) {
            assertThat(trust.may(action) ? "yes" : "no").as(trust.words()).isEqualTo(row.get(1 + trust.ordinal()));
        }
    }

    static Stream<TicketAction> acts() {
        return Arrays.stream(TicketAction.values());
    }

    @Test
    void the_documentation_names_no_act_that_there_is_not() {
        assertThat(DocumentedTable.under("What each standing may do")).hasSize(TicketAction.values().length);
    }

    @Test
    void who_points_at_no_ticket_has_no_standing_to_it() {
        Sender customer = new Sender(
                "wecom", "chat", SenderVerification.PROVED, List.of(), List.of("li@example.com"), List.of("wecom:li"));
        assertThat(SenderTrustRules.of(customer, TICKET, Set.of())).isEqualTo(SenderTrust.ANYBODY);
    }

    @ParameterizedTest
    @CsvSource({
        "+8613800138000,+86 138 0013 8000,true",
        "00001234567,0000-123 4567,true",
        "+86138****8000,+86138****8000,false",
        "123456,123456,false",
        "+8613800138000,+8613800138001,false",
        "'','',false",
    })
    void phones_are_compared_by_their_digits_and_masked_or_short_ones_are_nobody_s(
            String one, String other, boolean same) {
        Sender sender = new Sender("f", "web-form", SenderVerification.UNPROVED, List.of(one), List.of(), List.of());
        TicketContacts ticket = new TicketContacts("f", List.of(other), List.of(), List.of());
        assertThat(SenderTrustRules.of(sender, ticket, Set.of(ReferenceKind.NUMBER)))
                .isEqualTo(same ? SenderTrust.NAMED_CONTACT : SenderTrust.ANYBODY);
    }

    @ParameterizedTest
    @CsvSource({
        "LI@Example.com,true",
        "li@example.com.evil.test,false",
        "li+1@example.com,false",
        "l.i@example.com,false",
        "li,false",
        "'',false",
    })
    void addresses_are_compared_whole_and_in_any_case(String address, boolean same) {
        Sender sender =
                new Sender("f", "web-form", SenderVerification.UNPROVED, List.of(), List.of(address), List.of());
        assertThat(SenderTrustRules.of(sender, TICKET, Set.of(ReferenceKind.NUMBER)))
                .isEqualTo(same ? SenderTrust.NAMED_CONTACT : SenderTrust.ANYBODY);
    }

    private static boolean says(String cell, String value) {
        return cell.equals("any") || List.of(cell.split(", ")).contains(value);
    }

    private static Stream<SenderVerification> proofs(String channel) {
        return switch (channel) {
            case "e-mail" -> Arrays.stream(SenderVerification.values());
            case "chat", "feed" -> Stream.of(SenderVerification.PROVED, SenderVerification.UNPROVED);
            default -> Stream.of(SenderVerification.UNPROVED);
        };
    }

    private static List<String> contacts(String channel) {
        return channel.equals("e-mail") ? OF_MAILS : channel.equals("feed") ? OF_FEEDS : OF_OTHERS;
    }

    private static Stream<ReferenceKind> kinds(String channel) {
        return switch (channel) {
            case "e-mail" -> Stream.of(ReferenceKind.OUR_MAIL, ReferenceKind.THEIR_MAIL, ReferenceKind.NUMBER);
            case "feed" -> Stream.of(ReferenceKind.SAME_ITEM);
            case "form" -> Stream.of(ReferenceKind.STATUS_LINK, ReferenceKind.NUMBER);
            default -> Stream.of(ReferenceKind.NUMBER);
        };
    }

    private static Sender sender(Case one) {
        String kind = KINDS.get(one.channel());
        return switch (one.contact()) {
            case "the ticket's" ->
                sender(one, "mail", List.of(), List.of("lin@example.com", "li@example.com"), List.of());
            case "partly" -> sender(one, "mail", List.of(), List.of("evil@evil.test", "li@example.com"), List.of());
            case "the ticket's channel" -> sender(one, "wecom", List.of(), List.of(), List.of());
            case "another channel" -> sender(one, "partner", List.of(), List.of(), List.of());
            case "handle of the ticket's channel" -> sender(one, "wecom", List.of(), List.of(), List.of("wecom:li"));
            case "handle of another channel" -> sender(one, "partner", List.of(), List.of(), List.of("wecom:li"));
            case "phone" -> sender(one, kind, List.of("+8613800138000"), List.of("evil@evil.test"), List.of("x:1"));
            case "address" -> sender(one, kind, List.of("+8613900139000"), List.of("li@example.com"), List.of());
            default ->
                sender(one, "wecom", List.of("+8613900139000"), List.of("evil@evil.test"), List.of("wecom:evil"));
        };
    }

    private static Sender sender(
            Case one, String channel, List<String> phones, List<String> emails, List<String> handles) {
        return new Sender(channel, KINDS.get(one.channel()), one.proof(), phones, emails, handles);
    }
}
