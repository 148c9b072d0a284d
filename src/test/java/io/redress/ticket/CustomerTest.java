package io.redress.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.intake.SenderVerification;
import io.redress.mapping.PhoneNumbers;
import io.redress.privacy.PersonMatcher;
import io.redress.privacy.PersonValue;
import io.redress.standing.ReferenceKind;
import io.redress.standing.Sender;
import io.redress.standing.SenderTrust;
import io.redress.standing.SenderTrustRules;
import io.redress.standing.TicketContacts;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who a customer is, is what the sender stated. */
class CustomerTest {

    private static final String STRANGERS = "+8613900139000";
    private static final Customer WRITER = new Customer(
            null,
            List.of("+8613800138000", STRANGERS),
            List.of("li@example.com"),
            List.of(),
            null,
            null,
            List.of(STRANGERS));

    private final ObjectMapper json = new ObjectMapper().setSerializationInclusion(JsonInclude.Include.NON_NULL);

    @Test
    void a_name_that_a_lookup_knew_is_not_one_that_the_customer_stated() {
        Customer known = WRITER.or(new Customer("Wang Fang", List.of(), List.of(), List.of(), "vip"), "crm");
        assertThat(known.name()).isEqualTo("Wang Fang");
        assertThat(known.nameFrom()).isEqualTo("crm");
        assertThat(known.statedName()).isNull();
        Customer again = known.or(new Customer("Somebody", List.of(), List.of(), List.of(), null), "erp");
        assertThat(again).isEqualTo(known);
    }

    @Test
    void a_name_that_the_customer_gave_stays_theirs_whatever_a_lookup_knows() {
        var named = new Customer("Li Lei", List.of(), List.of(), List.of(), null);
        Customer known = named.or(new Customer("Wang Fang", List.of(), List.of(), List.of(), "vip"), "crm");
        assertThat(known.statedName()).isEqualTo("Li Lei");
        assertThat(known.tier()).isEqualTo("vip");
    }

    @Test
    void a_phone_in_a_text_stays_one_by_which_to_call_and_is_none_that_was_stated() {
        assertThat(WRITER.phones()).contains(STRANGERS);
        assertThat(WRITER.statedPhones()).containsExactly("+8613800138000");
    }

    @Test
    void a_phone_in_a_text_gives_its_owner_no_standing_to_the_ticket() {
        var owner = new Sender("f", "web-form", SenderVerification.UNPROVED, List.of(STRANGERS), List.of(), List.of());
        assertThat(SenderTrustRules.of(owner, TicketContacts.of("mail", WRITER), Set.of(ReferenceKind.NUMBER)))
                .isEqualTo(SenderTrust.ANYBODY);
    }

    @Test
    void a_phone_in_a_text_gives_its_writer_no_standing_to_the_owner_s_ticket() {
        Sender writer = Sender.of("partner", "chat", SenderVerification.UNPROVED, WRITER);
        var owners = new TicketContacts("form", List.of(STRANGERS), List.of(), List.of());
        assertThat(SenderTrustRules.of(writer, owners, Set.of(ReferenceKind.NUMBER)))
                .isEqualTo(SenderTrust.ANYBODY);
    }

    @Test
    void an_arrival_is_not_that_of_the_owner_of_a_phone_in_its_text() {
        var phones = new PhoneNumbers("CN");
        assertThat(new PersonMatcher(PersonValue.read(STRANGERS, phones).orElseThrow(), phones).is(WRITER))
                .isFalse();
    }

    @Test
    void the_ticket_s_json_only_grows_and_what_was_written_before_is_read() throws Exception {
        var plain = new Customer("Li", List.of("+8613800138000"), List.of(), List.of(), null);
        assertThat(json.readTree(json.writeValueAsString(plain)).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("name", "phones", "emails", "handles");
        assertThat(json.readValue("{\"phones\":[\"1\"],\"emails\":[],\"handles\":[]}", Customer.class))
                .isEqualTo(new Customer(null, List.of("1"), List.of(), List.of(), null));
        assertThat(json.readValue(json.writeValueAsString(WRITER), Customer.class))
                .isEqualTo(WRITER);
    }
}
