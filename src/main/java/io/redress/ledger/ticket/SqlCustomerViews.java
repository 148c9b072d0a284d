package io.redress.ledger.ticket;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.instantOrNull;

import io.redress.intake.ItemState;
import io.redress.intake.RawMessage;
import io.redress.ledger.PostgresValues;
import io.redress.lifecycle.TicketStatus;
import io.redress.status.CustomerView;
import io.redress.status.CustomerViews;
import io.redress.triage.CategoryRules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers may see of the ledger. */
public final class SqlCustomerViews implements CustomerViews {

    private static final Set<String> TAKEN_IN = Set.of(
            ItemState.RECEIVED.key(),
            ItemState.COLLECTING.key(),
            ItemState.WAITING.key(),
            ItemState.FOLLOW_UP.key(),
            ItemState.AGGREGATED.key(),
            ItemState.DUPLICATE.key());

    private final JdbcClient jdbc;
    private final StatusLinkTickets told;
    private final CategoryRules categories;

    public SqlCustomerViews(JdbcClient jdbc, CategoryRules categories) {
        this.jdbc = jdbc;
        this.told = new StatusLinkTickets(jdbc);
        this.categories = categories;
    }

    @Override
    public Optional<CustomerView> find(String number) {
        Optional<String> opened = told.opens(number);
        return opened.isPresent() ? opened.flatMap(this::ticket) : arrival(number);
    }

    private Optional<CustomerView> ticket(String number) {
        return jdbc.sql("""
                        select number, received_at, category, status,
                               case when first_response_at is null then first_response_due end as answer_by
                        from ticket where number = ?
                        """).param(number).query((row, n) -> view(row)).optional();
    }

    private CustomerView view(ResultSet row) throws SQLException {
        return new CustomerView(
                row.getString("number"),
                instant(row, "received_at"),
                state(TicketStatus.of(row.getString("status"))),
                categories.titles(row.getString("category")),
                instantOrNull(row, "answer_by"),
                steps(row.getString("number")));
    }

    private static CustomerView.State state(@Nullable TicketStatus status) {
        return switch (status == null ? TicketStatus.RECEIVED : status) {
            case RECEIVED -> CustomerView.State.RECEIVED;
            case ASSIGNED, IN_PROGRESS, REOPENED -> CustomerView.State.IN_PROGRESS;
            case AWAITING_CUSTOMER -> CustomerView.State.AWAITING_CUSTOMER;
            case SOLVED, CALLBACK, SURVEYED -> CustomerView.State.SOLVED;
            case CLOSED -> CustomerView.State.CLOSED;
        };
    }

    private List<CustomerView.Step> steps(String number) {
        return jdbc.sql("select at, what, told from event where ticket_number = ? order by at, id")
                .param(number)
                .query((row, n) ->
                        new CustomerView.Step(instant(row, "at"), row.getString("what"), row.getString("told")))
                .list();
    }

    /**
     * An item that opened no ticket. One that could not be read is looked at by a person; of one that belongs to a ticket only
     * its arrival is told, for its sender may have guessed that ticket's number. One that a program is suspected to have sent
     * looks like a number that has not reached the ledger: nobody tries until a form passes.
     */
    private Optional<CustomerView> arrival(String number) {
        return jdbc.sql("select received_at, state from item where number = ?"
                        + " and not (state = " + PostgresValues.literals(ItemState.INVALID) + " and attributes->>'"
                        + RawMessage.SUSPECTED + "' is not null)"
                        + " order by received_at limit 1")
                .param(number)
                .query((row, n) -> new CustomerView(
                        number,
                        instant(row, "received_at"),
                        TAKEN_IN.contains(row.getString("state"))
                                ? CustomerView.State.RECEIVED
                                : CustomerView.State.IN_REVIEW,
                        Map.of(),
                        null,
                        List.of()))
                .optional();
    }
}
