package io.redress.delivery.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.delivery.SampleDeliveries;
import io.redress.ticket.Customer;
import io.redress.ticket.Ticket;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataMinimizerTest {

    private static final Customer WRITER = new Customer(
            "Wang Fang", List.of("+8613800138000"), List.of(), List.of(), null, "crm", List.of("+8613800138000"));

    @Test
    void whose_word_a_name_and_a_phone_are_goes_wherever_these_go_and_nowhere_else() {
        Ticket sample = SampleDeliveries.delivery("ticket", 1, null).ticket();
        Ticket ticket = sample.completed(WRITER, sample.product(), List.of());
        Customer told = DataMinimizer.of(ticket, List.of("customer.name", "customer.phones"))
                .customer();
        assertThat(told.nameFrom()).isEqualTo("crm");
        assertThat(told.phonesInText()).containsExactly("+8613800138000");
        Customer hidden = DataMinimizer.of(ticket, List.of("customer.emails")).customer();
        assertThat(hidden.nameFrom()).isNull();
        assertThat(hidden.phonesInText()).isEmpty();
    }
}
