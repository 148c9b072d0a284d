package io.redress.desk;

import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.UpdateKind;
import io.redress.ticket.KeyedEnum;
import java.util.Arrays;
import java.util.List;

/** What staff do with a ticket; each is an update of one kind. */
public enum DeskAct implements KeyedEnum {
    /** Whoever does it owns the ticket then. */
    TAKE(UpdateKind.ASSIGNED, Field.NONE),
    START(UpdateKind.IN_PROGRESS, Field.NONE),
    ANSWER(UpdateKind.ANSWERED, Field.NOTE),
    ASK(UpdateKind.AWAITING_CUSTOMER, Field.NOTE),
    SOLVE(UpdateKind.SOLVED, Field.REMEDY),
    NOTE(UpdateKind.NOTE, Field.NOTE),
    ASSIGN(UpdateKind.ASSIGNED, Field.OWNER),
    RECLASSIFY(UpdateKind.RECLASSIFIED, Field.CATEGORY),
    REOPEN(UpdateKind.REOPENED, Field.REASON),
    CLOSE(UpdateKind.CLOSED, Field.REASON);

    /** What has to be filled in. */
    public enum Field {
        NONE,
        NOTE,
        REMEDY,
        OWNER,
        CATEGORY,
        REASON
    }

    private final UpdateKind kind;
    private final Field field;

    DeskAct(UpdateKind kind, Field field) {
        this.kind = kind;
        this.field = field;
    }

    public UpdateKind kind() {
        return kind;
    }

    public Field field() {
        return field;
    }

    /** Whether the customer reads what is filled in. */
    public boolean isToCustomer() {
        return this == ANSWER || this == ASK || this == SOLVE;
    }

    /**
     * What can be done with a ticket, the most usual first.
     *
     * @param owned whether it is the reader's already
     */
    public static List<DeskAct> of(TicketStatus status, boolean owned) {
        return Arrays.stream(values())
                .filter(act -> act.kind.applies(status))
                .filter(act -> act != TAKE || !owned || status != TicketStatus.ASSIGNED)
                .filter(act -> status != TicketStatus.CLOSED || act == NOTE || act == REOPEN)
                .toList();
    }
}
