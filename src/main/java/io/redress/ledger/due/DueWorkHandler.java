package io.redress.ledger.due;

import static io.redress.ledger.PostgresValues.utc;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.due.DueOrder;
import io.redress.due.DueState;
import io.redress.due.DueStep;
import io.redress.due.QueueMessage;
import io.redress.due.StepResult;
import io.redress.ledger.StoredJson;
import io.redress.ledger.ticket.TicketRows;
import io.redress.ticket.KeyedEnum;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does due steps, each with its effect exactly once. The database commits first and keeps what is to be sent under the
 * order's token; the broker commits last. An order that comes again after a crash between the two sends the same again;
 * another order for the same work, which a lease that ran out may cause, finds it done and sends nothing.
 */
public final class DueWorkHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DueWorkHandler.class);
    private static final TypeReference<List<QueueMessage>> MESSAGES = new TypeReference<>() {};

    /** The row of an order's work, by the table's key. */
    static final String OF_ORDER = "ticket_number = ? and id = ?";

    private final TransactionOperations transaction;
    private final JdbcClient jdbc;
    private final StoredJson json;
    private final Map<String, DueStep> steps;
    private final DueWork due;
    private final TicketRows tickets;

    public DueWorkHandler(
            TransactionOperations transaction,
            JdbcClient jdbc,
            ObjectMapper json,
            List<DueStep> steps,
            DueWork due,
            TicketRows tickets) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.json = new StoredJson(json);
        this.steps = steps.stream().collect(Collectors.toMap(DueStep::kind, Function.identity()));
        this.due = due;
        this.tickets = tickets;
    }

    private record Row(
            DueState state,
            @Nullable String token,
            @Nullable String result) {}

    /** What is to be sent to queues now; empty when there is nothing. */
    public List<QueueMessage> perform(DueOrder order) {
        return Objects.requireNonNull(transaction.execute(status -> inTransaction(order)));
    }

    /** Locks the ticket before the work, as an update of the ticket does: in another order the two could block each other. */
    private List<QueueMessage> inTransaction(DueOrder order) {
        jdbc.sql("select number from ticket where number = ? for update")
                .param(order.ticketNumber())
                .query(String.class)
                .optional();
        return jdbc.sql("select state, token, result from due_work where " + OF_ORDER + " for update")
                .params(order.ticketNumber(), UUID.fromString(order.id()))
                .query((row, n) -> new Row(
                        KeyedEnum.known(DueState.class, row.getString("state")),
                        row.getString("token"),
                        row.getString("result")))
                .optional()
                .map(row -> row.state() == DueState.DUE ? performed(order) : again(order, row))
                .orElse(List.of());
    }

    /** Puts off a step that failed; the last time gives it up and says so in the ticket's history. */
    public List<QueueMessage> failed(DueOrder order, Throwable error) {
        LOG.warn("Step {} of {} failed at attempt {}", order.kind(), order.ticketNumber(), order.attempt(), error);
        if (due.failed(order, error.getClass().getName())) {
            LOG.error("Step {} of {} is abandoned: see due_work {}", order.kind(), order.ticketNumber(), order.id());
            tickets.happened(order.ticketNumber(), null, order.kind() + " failed", "given up after " + order.attempt());
        }
        return List.of();
    }

    private List<QueueMessage> performed(DueOrder order) {
        DueStep step = steps.get(order.kind());
        if (step == null) {
            throw new IllegalStateException("nothing does due work of kind " + order.kind());
        }
        StepResult result = step.perform(order);
        if (result instanceof StepResult.NotYet later) {
            jdbc.sql("update due_work set due_at = ?, leased_until = null, attempts = 0 where " + OF_ORDER)
                    .params(utc(later.at()), order.ticketNumber(), UUID.fromString(order.id()))
                    .update();
            return List.of();
        }
        if (result instanceof StepResult.Skipped skipped) {
            due.skip(order, skipped.reason());
            return List.of();
        }
        List<QueueMessage> messages = ((StepResult.Done) result).messages();
        jdbc.sql("update due_work set state = ?, token = ?, result = ?::jsonb where " + OF_ORDER)
                .params(
                        DueState.DONE.key(),
                        UUID.fromString(order.token()),
                        json.written(messages),
                        order.ticketNumber(),
                        UUID.fromString(order.id()))
                .update();
        return messages;
    }

    private List<QueueMessage> again(DueOrder order, Row row) {
        return order.token().equals(row.token()) && row.result() != null
                ? json.read(row.result(), MESSAGES)
                : List.of();
    }
}
