package io.redress.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnMessageIdsTest {

    private static final String NUMBER = "R-261122-7K3M9Q";
    private final OwnMessageIds ids = new OwnMessageIds(new byte[32]);
    private final String own = "<" + NUMBER + "." + ids.signed(NUMBER, "ack") + "@shop.test>";

    @Test
    void an_answer_to_a_mail_of_ours_is_known_by_its_code_whatever_the_case_of_its_letters() {
        assertThat(ids.ticketOf(own)).contains(NUMBER);
        assertThat(ids.ticketOf(own.toLowerCase(java.util.Locale.ROOT))).contains(NUMBER);
        assertThat(ids.ticketOf(own.replace("shop.test", "relay.test"))).contains(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<R-261122-7K3M9Q.ack@shop.test>",
                "<R-261122-7K3M9Q.ack.000000000000000000000000@shop.test>",
                "<R-261122-7K3M9Q.ack.@shop.test>",
                "<R-261122-7K3M9Q@shop.test>",
                "R-261122-7K3M9Q",
                "<>",
                "",
            })
    void what_can_be_made_of_a_number_is_none_of_ours(String guess) {
        assertThat(ids.ticketOf(guess)).isEmpty();
    }

    @Test
    void a_code_counts_for_its_mail_its_ticket_and_its_hub_only() {
        String code = ids.signed(NUMBER, "ack").substring("ack.".length());
        assertThat(ids.ticketOf("<R-261122-AAAAAA.ack." + code + "@shop.test>")).isEmpty();
        assertThat(ids.ticketOf("<" + NUMBER + ".other." + code + "@shop.test>"))
                .isEmpty();
        assertThat(ids.ticketOf(own.replace(code, code.substring(1) + code.charAt(0))))
                .isEmpty();
        assertThat(new OwnMessageIds(new byte[] {1}).ticketOf(own)).isEmpty();
    }

    @Test
    void of_many_numbers_three_are_looked_up_and_of_many_names_some() {
        List<String> many = Stream.concat(
                        IntStream.range(0, 1201).mapToObj(n -> "R-261122-%06d".formatted(n)),
                        IntStream.range(0, 1201).mapToObj(n -> "<" + n + "@example.com>"))
                .toList();
        TicketReferences references = TicketReferences.of(many);
        assertThat(references.numbers()).containsExactly("R-261122-000000", "R-261122-000001", "R-261122-000002");
        assertThat(references.names()).hasSize(TicketReferences.MOST_NAMES);
    }
}
