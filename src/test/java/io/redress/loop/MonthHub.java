package io.redress.loop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.configfile.ReloadableRules;
import io.redress.handoff.HandOff;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Normalizer;
import io.redress.intake.RawMessage;
import io.redress.intake.SenderVerification;
import io.redress.ledger.due.DueWork;
import io.redress.loop.MonthPropertyTest.Deed;
import io.redress.loop.MonthPropertyTest.Month;
import io.redress.loop.MonthPropertyTest.Outage;
import io.redress.servicelevel.ServiceLevels;
import io.redress.servicelevel.calendar.BusinessCalendar;
import io.redress.survey.SurveyAnswer;
import io.redress.survey.workflow.SurveyAnswers;
import io.redress.testing.BrokerQueues;
import io.redress.testing.SetClock;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import org.apache.activemq.broker.BrokerService;
import org.apache.camel.ProducerTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Lives a month with a hub: from one event to the next, the clock set to it. */
@TestConfiguration
class MonthHub {

    private static final Path FOLDER = newFolder();
    private static final int TICKETS = 8;
    private static final List<String> OUTCOMES = List.of(
            "reached-solved",
            "reached-solved",
            "reached-not-solved",
            "no-answer",
            "wrong-number",
            "refuses",
            "call-later",
            "");

    private final JdbcClient jdbc;
    private final ObjectProvider<ReloadableRules<?>> rules;
    private final ObjectProvider<ProducerTemplate> camel;
    private final ObjectProvider<HandOff> handOff;
    private final ObjectProvider<DueWork> due;
    private final ObjectProvider<SurveyAnswers> answers;
    private final ObjectProvider<ConnectionFactory> connections;
    private final ObjectProvider<BrokerService> broker;
    private final ObjectProvider<TransactionTemplate> transaction;
    private final ObjectMapper json;
    private final SetClock clock = new SetClock(Instant.parse("2026-11-23T02:00:00Z"));

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> called = new ArrayList<>();
    private final List<Instant> callTimes = new ArrayList<>();
    private Random dice = new Random(0);
    private Instant blockedUntil = Instant.MIN;
    private int sequence;

    MonthHub(
            @Lazy JdbcClient jdbc,
            ObjectProvider<ReloadableRules<?>> rules,
            ObjectProvider<ProducerTemplate> camel,
            ObjectProvider<HandOff> handOff,
            ObjectProvider<DueWork> due,
            ObjectProvider<SurveyAnswers> surveyAnswers,
            ObjectProvider<ConnectionFactory> connections,
            ObjectProvider<BrokerService> broker,
            ObjectProvider<TransactionTemplate> transaction,
            @Lazy ObjectMapper json) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.camel = camel;
        this.handOff = handOff;
        this.due = due;
        this.answers = surveyAnswers;
        this.connections = connections;
        this.broker = broker;
        this.transaction = transaction;
        this.json = json;
    }

    record Event(Instant at, int order, Runnable happens) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Integer.compare(order, other.order);
        }
    }

    static Path folder() {
        return FOLDER;
    }

    @Bean
    @Primary
    SetClock time() {
        return clock;
    }

    /** A format of this test: the text is the person's number. */
    @Bean
    Normalizer person() {
        return new Normalizer() {
            @Override
            public String format() {
                return "person";
            }

            @Override
            public NormalizationResult read(RawMessage raw, byte[] original) {
                String person = new String(original, StandardCharsets.UTF_8);
                var customer = new Customer(
                        null,
                        List.of("+861380013800" + person),
                        List.of("p" + person + "@example.com"),
                        List.of(),
                        null);
                var complaint =
                        new Complaint(null, "I want to return the shoes, they do not fit", "en", null, null, List.of());
                return new CanonicalComplaint(
                        "web-form",
                        raw.id(),
                        customer,
                        Product.unknown(),
                        complaint,
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        SenderVerification.UNPROVED);
            }
        };
    }

    List<String> told() {
        return told;
    }

    List<String> called() {
        return called;
    }

    List<Instant> callTimes() {
        return callTimes;
    }

    /** Lives the month and then a hundred days more, in which nobody reports anything; gives the tickets. */
    List<String> live(Month month) throws Exception {
        told.clear();
        called.clear();
        callTimes.clear();
        blockedUntil = Instant.MIN;
        dice = new Random(month.dice());
        Instant start = clock.instant().plus(Duration.ofMinutes(1)).truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
        clock.pass(Duration.between(clock.instant(), start));
        calendar(month, start);
        Map<Integer, String> numbers = new HashMap<>();
        for (int i = 0; i < TICKETS; i++) {
            int ticket = i;
            at(start.plus(Duration.ofMinutes(i * 500L)), () -> numbers.put(ticket, opened(ticket % 4)));
        }
        for (Deed deed : month.deeds()) {
            Instant when = start.plus(Duration.ofMinutes(deed.minute()));
            at(
                    when.plus(Duration.ofMinutes(deed.minutesLate())),
                    () -> reported(numbers.get(deed.ticket()), deed, when));
        }
        for (Outage outage : month.outages()) {
            Instant from = start.plus(Duration.ofMinutes(outage.minute()));
            at(from, () -> blockedUntil = from.plus(Duration.ofMinutes(outage.minutes())));
        }
        Instant end = start.plus(Duration.ofDays(130));
        for (Instant next = next(); next != null && next.isBefore(end); next = next()) {
            if (next.isAfter(clock.instant())) {
                clock.pass(Duration.between(clock.instant(), next));
            }
            while (!events.isEmpty() && !events.peek().at().isAfter(clock.instant())) {
                events.poll().happens().run();
            }
            if (!clock.instant().isBefore(blockedUntil)) {
                work();
            }
        }
        return List.copyOf(numbers.values());
    }

    private Instant next() {
        Instant work = jdbc.sql(
                        "select min(due_at) from due_work where state = 'due' and kind not in ('message', 'staff-mail', 'weekly-report', 'rise-check')")
                .query((row, n) -> {
                    OffsetDateTime at = row.getObject(1, OffsetDateTime.class);
                    return at == null ? null : at.toInstant();
                })
                .optional()
                .orElse(null);
        if (work != null && work.isBefore(blockedUntil)) {
            work = blockedUntil;
        }
        Instant event = events.isEmpty() ? null : events.peek().at();
        return work == null ? event : event == null || work.isBefore(event) ? work : event;
    }

    /** Everything that is due, with some orders lost and some coming twice. */
    private void work() {
        if (dice.nextInt(6) == 0) {
            due.getObject().claimSteps(3); // a node that died with its orders
            leasesRunOut();
        }
        if (dice.nextInt(6) == 0) {
            var jms = new JmsTemplate(connections.getObject());
            for (int node = 0; node < 2; node++) { // a node so slow that another one orders the same
                due.getObject().claimSteps(2).forEach(order -> jms.convertAndSend("due", written(order)));
                leasesRunOut();
            }
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        MonthPropertyTest.soon(() -> {
            camel.getObject().requestBody("direct:due-work", (Object) null);
            return jdbc.sql("""
                            select count(*) = 0 from due_work where state = 'due' and due_at <= ?
                              and kind not in ('message', 'staff-mail', 'weekly-report', 'rise-check')
                            """).param(now).query(Boolean.class).single();
        });
        queues().awaitTaken("due");
        read("escalations").forEach(news -> told.add(news.path("id").asText()));
        read("callbacks.due").forEach(this::calledOut);
        read("complaints.>");
        surveys();
    }

    private void leasesRunOut() {
        jdbc.sql("""
                update due_work set leased_until = clock_timestamp() - interval '1 second'
                where leased_until is not null
                """).update();
    }

    private void calledOut(JsonNode call) {
        called.add(call.path("id").asText() + " " + call.path("attempt").asText() + " "
                + call.path("pool").asText());
        callTimes.add(Instant.parse(call.path("slotFrom").asText()));
        String outcome = OUTCOMES.get(dice.nextInt(OUTCOMES.size()));
        if (!call.path("pool").asBoolean() && !outcome.isEmpty()) {
            at(clock.instant().plus(Duration.ofMinutes(1 + dice.nextInt(50))), () -> {
                var report = json.createObjectNode()
                        .put("id", "report-" + sequence++)
                        .put("callback", call.path("id").asText())
                        .put("attempt", call.path("attempt").asInt())
                        .put("outcome", outcome);
                new JmsTemplate(connections.getObject()).convertAndSend("callbacks.outcomes", report.toString());
                int sent = sequence - 1;
                MonthPropertyTest.soon(() -> jdbc.sql("select count(*) from callback_outcome where id = ?")
                                .param("report-" + sent)
                                .query(Integer.class)
                                .single()
                        == 1);
            });
        }
    }

    private void surveys() {
        for (UUID survey : jdbc.sql("select id from survey where state = 'sent' and decided_at = ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list()) {
            if (dice.nextBoolean()) {
                var answer = new SurveyAnswer(1 + dice.nextInt(5), dice.nextInt(11), dice.nextInt(5) > 0, null);
                at(clock.instant().plus(Duration.ofHours(1 + dice.nextInt(100))), () -> transaction
                        .getObject()
                        .executeWithoutResult(status -> answers.getObject().take(survey, answer, "customer")));
            }
        }
    }

    private String opened(int person) {
        RawMessage raw = handOff.getObject()
                .receive(
                        "test",
                        "person",
                        Integer.toString(person).getBytes(StandardCharsets.UTF_8),
                        Map.of(),
                        UUID.randomUUID().toString());
        camel.getObject().sendBody("direct:hand-off", raw);
        MonthPropertyTest.soon(() -> jdbc.sql("select count(*) from ticket where number = ?")
                        .param(raw.number())
                        .query(Integer.class)
                        .single()
                == 1);
        return raw.number();
    }

    private void reported(String number, Deed deed, Instant happened) {
        if (number == null) {
            return; // reported of a complaint that has not come in yet
        }
        var update = json.createObjectNode()
                .put("ticket", number)
                .put("id", "deed-" + sequence++)
                .put("kind", deed.kind())
                .put("at", happened.toString());
        if (deed.kind().equals("reclassified")) {
            update.put("priority", dice.nextBoolean() ? "urgent" : "normal");
        }
        String id = update.path("id").asText();
        var jms = new JmsTemplate(connections.getObject());
        jms.convertAndSend("tickets.updates", update.toString());
        if (deed.twice()) {
            jms.convertAndSend("tickets.updates", update.toString());
        }
        MonthPropertyTest.soon(() -> jdbc.sql("select count(*) from ticket_update where ticket_number = ? and id = ?")
                        .params(number, id)
                        .query(Integer.class)
                        .single()
                == 1);
    }

    private List<JsonNode> read(String queue) {
        List<JsonNode> found = new ArrayList<>();
        try {
            for (String text : queues().takeAll(queue)) {
                found.add(json.readTree(text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private BrokerQueues queues() {
        return new BrokerQueues(broker.getObject(), connections.getObject());
    }

    /** A split shift, weekends closed, and a holiday some days ahead. */
    private void calendar(Month month, Instant start) throws IOException {
        String shift = "\"" + time(month.opens()) + "-" + time(month.lunch()) + ", " + time(month.lunch() + 60) + "-"
                + time(month.closes()) + "\"";
        StringBuilder file = new StringBuilder("zone: Asia/Shanghai\nhours:\n");
        for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday")) {
            file.append("  ").append(day).append(": ").append(shift).append('\n');
        }
        if (month.closedDays() > 0) {
            LocalDate first =
                    LocalDate.ofInstant(start, ZoneId.of("Asia/Shanghai")).plusDays(2);
            file.append("holidays:\n  - {name: random, from: ")
                    .append(first)
                    .append(", to: ")
                    .append(first.plusDays(month.closedDays() - 1L))
                    .append("}\n");
        }
        Files.writeString(FOLDER.resolve("config/calendars/china.yaml"), file);
        rules.forEach(rule -> {
            rule.poll();
            rule.poll();
        });
    }

    boolean isOpen(Instant at) {
        return calendarNow().isOpen(at);
    }

    private BusinessCalendar calendarNow() {
        return ServiceLevels.read(FOLDER.resolve("config")).calendar("return");
    }

    /** Due times of clocks whose limit is in business days and which no raised priority shortened. */
    List<Instant> businessDeadlines(List<String> tickets) {
        return jdbc.sql("""
                        select due_at from ticket_clock where clock = 'resolution' and policy = 'return' and priority = 'normal'
                          and due_at is not null and ticket_number in (:tickets)
                        """)
                .param("tickets", tickets)
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }

    /** Whole days between the surveys to each person. */
    List<Long> surveyGaps() {
        return jdbc.sql("""
                        select extract(day from s.decided_at - lag(s.decided_at) over (
                                 partition by t.document->'customer'->'emails'->>0 order by s.decided_at))::bigint as gap
                        from survey s join ticket t on t.number = s.ticket_number where s.state <> 'not-sent'
                        """).query((row, n) -> row.getObject("gap", Long.class)).list().stream()
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private void at(Instant when, Runnable happens) {
        events.add(new Event(when, sequence++, happens));
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String time(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("month");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
