package io.redress.figures;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.due.DueOrder;
import io.redress.due.DueStep;
import io.redress.due.QueueMessage;
import io.redress.due.Queues;
import io.redress.due.StepResult;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Looks for rises once a day. Each is told once, until it is over. */
public final class RiseCheckStep implements DueStep {

    private final Rises rises;
    private final FigureMails mails;
    private final FigureAgenda agenda;
    private final Supplier<FigureRules> rules;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone the shop's */
    public RiseCheckStep(
            Rises rises,
            FigureMails mails,
            FigureAgenda agenda,
            Supplier<FigureRules> rules,
            ZoneId zone,
            Clock clock) {
        this.rises = rises;
        this.mails = mails;
        this.agenda = agenda;
        this.rules = rules;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return FigureAgenda.RISE_CHECK;
    }

    @Override
    public StepResult perform(DueOrder order) {
        Instant now = clock.instant();
        RisePlan plan = rules.get().rise();
        if (plan == null) {
            return new StepResult.NotYet(now.plus(Duration.ofDays(1)));
        }
        Instant due =
                LocalDate.parse(order.argument()).atTime(plan.at()).atZone(zone).toInstant();
        if (due.isAfter(now)) {
            return new StepResult.NotYet(due);
        }
        agenda.planAhead();
        return new StepResult.Done(check(plan, now));
    }

    private List<QueueMessage> check(RisePlan plan, Instant now) {
        Map<SeriesKey, RiseAlarm> open = new LinkedHashMap<>();
        rises.open().forEach(alarm -> open.put(alarm.key(), alarm));
        List<QueueMessage> news = new ArrayList<>();
        List<SeriesCounts> counts = rises.counts(now, plan.weeks());
        for (RiseRule.Finding finding : new RiseRule(plan.least(), plan.falseAlarmsPerYear()).judge(counts)) {
            RiseAlarm told = open.remove(finding.counts().key());
            if (told == null && finding.risen()) {
                RiseAlarm alarm = alarm(finding, now);
                rises.begin(alarm);
                mails.rise(alarm, plan.to());
                news.add(new QueueMessage(Queues.ESCALATIONS, body(alarm, plan)));
            } else if (told != null && finding.normal()) {
                rises.end(told, now);
            }
        }
        if (!counts.isEmpty()) {
            open.values().forEach(forgotten -> rises.end(forgotten, now)); // no complaint of these for weeks
        }
        return news;
    }

    private static RiseAlarm alarm(RiseRule.Finding finding, Instant now) {
        SeriesKey key = finding.counts().key();
        String name = key.kind().key() + '/' + key.name() + '/' + now;
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new RiseAlarm(id, key, now, finding.counts().recent(), finding.expected());
    }

    private static ObjectNode body(RiseAlarm alarm, RisePlan plan) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "rise/" + alarm.id())
                .put("type", "rise")
                .put("at", alarm.began().toString())
                .put("kind", alarm.key().kind().key())
                .put("name", alarm.key().name())
                .put("count", alarm.count())
                .put("days", 7)
                .put("expected", Math.round(alarm.expected() * 10) / 10.0)
                .put("role", plan.to());
    }
}
