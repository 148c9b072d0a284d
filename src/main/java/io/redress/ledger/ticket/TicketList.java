package io.redress.ledger.ticket;

import static io.redress.ledger.PostgresValues.literals;

import io.redress.ledger.ListPosition;
import io.redress.ledger.PostgresValues;
import io.redress.ledger.RecordRows;
import io.redress.ledger.SqlConditions;
import io.redress.lifecycle.TicketStatus;
import io.redress.permission.TicketScope;
import io.redress.settings.ticket.SearchSettings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds tickets. A phone, a mail address or an order's number is looked up in an index; words are looked for in the text of
 * every ticket of the period, since no index of PostgreSQL's own finds two Chinese characters. So a search has a time limit.
 */
public final class TicketList {

    private static final int AT_ONCE = 500;

    private static final String SUMMARY = """
            select number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                   document #>> '{customer,name}' as name, document #>> '{complaint,subject}' as subject,
                   first_response_due, resolution_due, updated_at
            from ticket
            """;

    private static final String SAID =
            "(document #>> '{complaint,subject}' ilike :%1$s" + " or document #>> '{complaint,text}' ilike :%1$s)";

    private static final String ANYWHERE = "(number ilike :%1$s or document #>> '{complaint,subject}' ilike :%1$s"
            + " or document #>> '{complaint,text}' ilike :%1$s or document ->> 'customer' ilike :%1$s"
            + " or document ->> 'product' ilike :%1$s)";

    /** The expression of the index ticket_by_key. */
    private static final String HAS_KEY = "ticket_keys(document) @> array[:%s]::text[]";

    private static final String HAS_LOWER_KEY = "ticket_keys(document) @> array[lower(:%s)]";

    private static final String NEWEST_FIRST = " order by received_at desc, number desc";

    private static final String CLOSED = TicketStatus.CLOSED.key();

    /** With the condition of the index ticket_in_work. */
    private static final String IN_WORK = "status = :status and status <> " + literals(TicketStatus.CLOSED);

    private static final RowMapper<TicketSummary> SUMMARIES = RecordRows.of(TicketSummary.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Duration limit;

    public TicketList(DataSource database, TransactionTemplate transaction, SearchSettings settings) {
        var template = new JdbcTemplate(database);
        template.setQueryTimeout(
                Math.toIntExact(Math.max(1, settings.timeLimit().toSeconds())));
        template.setFetchSize(AT_ONCE); // without it the driver reads all rows at once
        this.jdbc = JdbcClient.create(template);
        this.transaction = new TransactionTemplate(transaction.getTransactionManager(), transaction);
        this.transaction.setReadOnly(true);
        this.limit = settings.timeLimit();
    }

    /** A search took longer than it may. */
    public static final class TookTooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TookTooLong(Duration limit, Throwable cause) {
            super("The search takes longer than " + limit.toSeconds() + " seconds", cause);
        }
    }

    /**
     * Up to {@code size} tickets older than {@code after}, the newest first.
     *
     * @throws TookTooLong when it takes longer than it may
     */
    public List<TicketSummary> find(TicketSearch search, @Nullable ListPosition after, int size) {
        var conditions = conditions(search).after(after, "received_at", "number");
        return query(SUMMARY, conditions, NEWEST_FIRST + " limit " + size, sql -> sql.query(SUMMARIES)
                .list());
    }

    /**
     * Rows of table {@code ticket} for lists of another kind.
     *
     * @throws TookTooLong when it takes longer than it may
     */
    public <T> T query(
            String select, SqlConditions conditions, String order, Function<JdbcClient.StatementSpec, T> read) {
        return inTime(() -> read.apply(statement(select, conditions, order)));
    }

    /**
     * Gives all tickets, the newest first, of which a few hundred are in memory at a time.
     *
     * @throws TookTooLong when the first takes longer than it may
     */
    public void each(TicketSearch search, Consumer<TicketSummary> taker) {
        each(conditions(search), NEWEST_FIRST, taker);
    }

    /** As {@link #each(TicketSearch, Consumer)}, by other conditions and in another order. */
    public void each(SqlConditions conditions, String order, Consumer<TicketSummary> taker) {
        inTime(() -> transaction.execute(status -> {
            try (var tickets = statement(SUMMARY, conditions, order).query(SUMMARIES).stream()) {
                tickets.forEach(taker);
            }
            return true;
        }));
    }

    private JdbcClient.StatementSpec statement(String select, SqlConditions conditions, String order) {
        return jdbc.sql(select + conditions.where() + order).params(conditions.parameters());
    }

    /** What a search asks for. */
    public static SqlConditions conditions(TicketSearch search) {
        var conditions = new SqlConditions()
                .and("category = :category", "category", search.category())
                .and("priority = :priority", "priority", search.priority())
                .and(CLOSED.equals(search.status()) ? "status = :status" : IN_WORK, "status", search.status())
                .and("channel = :channel", "channel", search.channel())
                .and("review = :review", "review", search.review())
                .and("received_at >= :from", "from", search.from())
                .and("received_at < :to", "to", search.to())
                .and(HAS_KEY.formatted("phone"), "phone", key("phone", search.phone()))
                .and(HAS_LOWER_KEY.formatted("mail"), "mail", key("mail", search.mail()))
                .and(HAS_LOWER_KEY.formatted("order"), "order", key("order", search.order()));
        TicketScope scope = search.scope();
        conditions.either(List.of(
                new SqlConditions().and("owner = any (:teams)", "teams", array(scope.teams())),
                new SqlConditions().and("category = any (:categories)", "categories", array(scope.categories()))));
        int word = 0;
        for (String said : search.said()) {
            String name = "said" + word++;
            conditions.and(SAID.formatted(name), name, containing(said));
        }
        TicketSearch.Anywhere anywhere = search.anywhere();
        return anywhere == null ? conditions : conditions.either(clauses(anywhere));
    }

    /** What was typed is either words or a phone: one of the two is enough. */
    private static List<SqlConditions> clauses(TicketSearch.Anywhere anywhere) {
        var words = new SqlConditions();
        int word = 0;
        for (String typed : anywhere.words()) {
            String name = "word" + word++;
            words.and(ANYWHERE.formatted(name), name, containing(typed));
        }
        var phone = new SqlConditions().and(HAS_KEY.formatted("called"), "called", key("phone", anywhere.phone()));
        String digits = anywhere.digits() == null ? null : containing(anywhere.digits());
        var part = new SqlConditions().and("document #>> '{customer,phones}' ilike :digits", "digits", digits);
        return List.of(words, phone, part);
    }

    private static String @Nullable [] array(Set<String> values) {
        return values.isEmpty() ? null : values.toArray(String[]::new);
    }

    private static @Nullable String key(String kind, @Nullable String value) {
        return value == null ? null : kind + ":" + value;
    }

    private static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private <T> T inTime(Supplier<T> query) {
        try {
            return query.get();
        } catch (DataAccessException e) {
            if (PostgresValues.isTimeout(e)) {
                throw new TookTooLong(limit, e);
            }
            throw e;
        }
    }
}
