package io.redress.ledger.figures;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.redress.due.DueOrder;
import io.redress.due.QueueMessage;
import io.redress.figures.FigureRules;
import io.redress.figures.FigureSchedule;
import io.redress.figures.Figures;
import io.redress.figures.report.FigureMails;
import io.redress.figures.report.VolumeSpikeCheckStep;
import io.redress.figures.report.WeeklyReport;
import io.redress.figures.report.WeeklyReportStep;
import io.redress.ledger.due.DueWork;
import io.redress.ledger.due.DueWorkHandler;
import io.redress.ledger.reply.ScheduledMessages;
import io.redress.ledger.ticket.TicketRows;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures with a real database and real due work; time is the test's. */
abstract class FigureHub extends OwnDatabase {

    static final ZoneId SHOP = ZoneId.of("Asia/Shanghai");
    /** A Monday, 07:00 in Shanghai. */
    static final Instant MONDAY = Instant.parse("2026-11-22T23:00:00Z");

    final SetClock clock = new SetClock(MONDAY);
    final ObjectMapper json = JsonMapper.builder().findAndAddModules().build();
    final DueWork due = new DueWork(jdbc, clock);
    FigureRules rules = FigureRules.read(Path.of("config"));
    final SqlFigureFacts facts = new SqlFigureFacts(jdbc, SHOP, clock);
    final SqlVolumeSpikes spikes = new SqlVolumeSpikes(jdbc);
    final Figures figures = new Figures(facts, () -> rules, SHOP, clock);
    final ScheduledMessages messages = new ScheduledMessages(due, json, role -> List.of(role + "@example.com"));
    final FigureMails mails =
            new FigureMails(messages, new WeeklyReport(figures, spikes, key -> key, SHOP, clock), key -> key, clock);
    final FigureSchedule schedule = new FigureSchedule(due, () -> rules, SHOP, clock);
    final DueWorkHandler handler = new DueWorkHandler(
            transaction,
            jdbc,
            json,
            List.of(
                    new WeeklyReportStep(mails, schedule, () -> rules, SHOP, clock),
                    new VolumeSpikeCheckStep(spikes, mails, schedule, () -> rules, SHOP, clock)),
            due,
            new TicketRows(jdbc, json, clock));

    @BeforeEach
    void empty() {
        jdbc.sql("truncate ticket, event, ticket_clock, ticket_update, due_work, rise_alarm cascade")
                .update();
    }

    void ticket(String number, Instant received, String category, String channel, String product) {
        ticket(jdbc, number, received, category, channel, product, null);
    }

    void ticket(
            JdbcClient ledger,
            String number,
            Instant received,
            String category,
            String channel,
            String product,
            String store) {
        String document = json.createObjectNode()
                .set("product", json.createObjectNode().put("name", product).put("store", store))
                .toString();
        ledger.sql("""
                insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                                    first_response_due, resolution_due, document, updated_at, status_since)
                values (:number, :item, :at, :channel, 'web-form', :category, 'normal', 'received', false, 'desk',
                        :at, :at, cast(:document as jsonb), :at, :at)
                """)
                .param("number", number)
                .param("item", UUID.randomUUID())
                .param("at", utc(received))
                .param("channel", channel)
                .param("category", category)
                .param("document", document)
                .update();
    }

    /** Does whatever is due, as the hub does each second; what goes to queues is given back. */
    List<QueueMessage> work() {
        List<QueueMessage> sent = new ArrayList<>();
        for (DueOrder order : due.claimSteps(100)) {
            sent.addAll(handler.perform(order));
        }
        return sent;
    }

    /** Keys of planned mails, by their template. */
    List<String> mailed(String template) {
        return jdbc
                .sql("select argument from due_work where kind = 'staff-mail' order by updated_at, id")
                .query(String.class)
                .list()
                .stream()
                .filter(argument -> argument.contains("\"template\":\"" + template + "\""))
                .toList();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
