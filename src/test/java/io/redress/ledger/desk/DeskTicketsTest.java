package io.redress.ledger.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.api.OpsHub;
import io.redress.desk.DeskTicket;
import io.redress.desk.WorkList;
import io.redress.ledger.ticket.TicketSearch;
import io.redress.permission.TicketScope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeskTicketsTest extends OpsHub {

    private static final TicketScope OURS = new TicketScope(Set.of("desk team"), Set.of());

    private static final DeskReader READER = new DeskReader("li.na", OURS, Set.of("desk team", "other team"));

    @Autowired
    DeskTickets tickets;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whoever_is_limited_to_a_team_finds_and_counts_its_tickets_alone() {
        Instant now = Instant.now();
        rows.ticket("R-260701-SCP001", "desk", now, "Li", "x");
        rows.ticket("R-260701-SCP002", "desk", now, "Li", "x");
        for (String number : List.of("R-260701-SCP001", "R-260701-SCP002")) {
            rows.change(number, "{customer,emails}", "[\"scope@example.com\"]");
        }
        jdbc.sql("update ticket set owner = 'desk team' where number = 'R-260701-SCP001'")
                .update();

        var all = new DeskSearch(WorkList.ALL, TicketSearch.all(OURS), null, READER, now);
        assertThat(numbers(tickets.find(all, null, 50))).containsExactly("R-260701-SCP001");
        assertThat(tickets.counts(READER, now)).containsEntry(WorkList.OPEN, 1L);
        List<String> keys = List.of("mail:scope@example.com");
        assertThat(numbers(tickets.ofCustomer(keys, OURS, 50))).containsExactly("R-260701-SCP001");
        assertThat(numbers(tickets.ofCustomer(keys, TicketScope.ALL, 50))).hasSize(2);
    }

    @Test
    void own_lists_are_by_who_owns_a_ticket() {
        Instant now = Instant.now();
        var reader = new DeskReader(
                "mine", new TicketScope(Set.of("my team", "mine"), Set.of()), Set.of("my team", "their team"));
        owned("R-260701-OWN001", "mine", now);
        owned("R-260701-OWN002", "my team", now);
        owned("R-260701-OWN003", "their team", now);
        owned("R-260701-OWN004", "somebody else", now);

        assertThat(listed(WorkList.MINE, reader)).containsExactly("R-260701-OWN001");
        assertThat(listed(WorkList.TEAM, reader)).containsExactly("R-260701-OWN002", "R-260701-OWN001");
        assertThat(listed(WorkList.UNASSIGNED, reader)).containsExactly("R-260701-OWN002");
        assertThat(tickets.counts(reader, now))
                .containsEntry(WorkList.MINE, 1L)
                .containsEntry(WorkList.TEAM, 2L)
                .containsEntry(WorkList.UNASSIGNED, 1L);
    }

    private void owned(String number, String owner, Instant at) {
        rows.ticket(number, "desk-own", at, "Li", "x");
        jdbc.sql("update ticket set owner = ? where number = ?")
                .params(owner, number)
                .update();
    }

    private List<String> listed(WorkList list, DeskReader reader) {
        return numbers(tickets.find(
                new DeskSearch(list, TicketSearch.all(reader.scope()), null, reader, Instant.now()), null, 50));
    }

    private static List<String> numbers(List<DeskTicket> found) {
        return found.stream().map(DeskTicket::number).toList();
    }
}
