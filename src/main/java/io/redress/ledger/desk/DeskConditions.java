package io.redress.ledger.desk;

import static io.redress.ledger.PostgresValues.literals;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.desk.WorkList;
import io.redress.ledger.ListPosition;
import io.redress.ledger.PostgresValues;
import io.redress.ledger.SqlConditions;
import io.redress.ledger.ticket.TicketList;
import io.redress.lifecycle.TicketStatus;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Work lists as conditions on table {@code ticket}. */
final class DeskConditions {

    private static final String OPEN = "status in ("
            + literals(Arrays.stream(TicketStatus.values())
                    .filter(TicketStatus::isOpen)
                    .toArray(TicketStatus[]::new))
            + ")";

    /** The condition of the index ticket_in_work, so that closed tickets are not looked at. */
    static final String IN_WORK = "status <> " + literals(TicketStatus.CLOSED);

    /** The earliest promise that is still owed; none while the customer is waited for. */
    static final String DUE = """
            (case when not (%s) or status = %s then null
                  when first_response_at is null then least(first_response_due, resolution_due)
                  else resolution_due end)""".formatted(OPEN, literals(TicketStatus.AWAITING_CUSTOMER));

    private static final String NOT_REVIEWED = "review and not exists"
            + " (select 1 from event where ticket_number = ticket.number and what = 'reclassified')";

    private DeskConditions() {}

    /** @param after the position before the first row; null: from the beginning */
    static SqlConditions of(DeskSearch search, @Nullable ListPosition after) {
        SqlConditions conditions = TicketList.conditions(search.filter())
                .and("owner = :owner", "owner", search.owner())
                .and(clause(search.list()), "now", utc(search.now()));
        parameters(search.reader(), conditions);
        if (after != null && search.list().isByDue()) {
            conditions.and("(" + DUE + ", number) > (:positionAt, :positionKey)", "positionAt", utc(after.at()));
            conditions.parameters().put("positionKey", after.key());
            return conditions;
        }
        return conditions.after(after, "received_at", "number");
    }

    /** Those that {@link #clause} may name besides. */
    static void parameters(DeskReader reader, SqlConditions conditions) {
        conditions.parameters().put("reader", reader.name());
        conditions
                .parameters()
                .put("readersTeams", PostgresValues.texts(reader.scope().teams()));
        conditions.parameters().put("deskTeams", PostgresValues.texts(reader.teams()));
    }

    /** What a list holds; may name {@code :now}, {@code :reader}, {@code :readersTeams} and {@code :deskTeams}. */
    static String clause(WorkList list) {
        return switch (list) {
            case MINE -> inWork(OPEN + " and owner = :reader");
            case TEAM -> inWork(OPEN + " and owner = any(cast(:readersTeams as text[]))");
            case UNASSIGNED -> inWork(OPEN + " and owner = any(cast(:deskTeams as text[]))");
            case ALL -> "true";
            case OPEN -> inWork(OPEN);
            case DUE_NEXT -> inWork(DUE + " is not null");
            case BREACHED -> inWork(DUE + " < :now");
            case AWAITING_CUSTOMER -> "status = " + literals(TicketStatus.AWAITING_CUSTOMER);
            case REVIEW -> inWork(OPEN + " and " + NOT_REVIEWED);
            case NEW -> "status in (" + literals(TicketStatus.RECEIVED, TicketStatus.REOPENED) + ")";
        };
    }

    private static String inWork(String condition) {
        return IN_WORK + " and " + condition;
    }
}
