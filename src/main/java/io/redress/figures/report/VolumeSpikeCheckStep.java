package io.redress.figures.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.due.DueOrder;
import io.redress.due.DueStep;
import io.redress.due.QueueMessage;
import io.redress.due.QueueNames;
import io.redress.due.StepResult;
import io.redress.figures.FigureRules;
import io.redress.figures.FigureSchedule;
import io.redress.figures.VolumeSpikeSchedule;
import io.redress.figures.rise.SeriesCounts;
import io.redress.figures.rise.SeriesKey;
import io.redress.figures.rise.VolumeSpikeAlert;
import io.redress.figures.rise.VolumeSpikeDetector;
import io.redress.figures.rise.VolumeSpikes;
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
public final class VolumeSpikeCheckStep implements DueStep {

    private final VolumeSpikes spikes;
    private final FigureMails mails;
    private final FigureSchedule schedule;
    private final Supplier<FigureRules> rules;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone the shop's */
    public VolumeSpikeCheckStep(
            VolumeSpikes spikes,
            FigureMails mails,
            FigureSchedule schedule,
            Supplier<FigureRules> rules,
            ZoneId zone,
            Clock clock) {
        this.spikes = spikes;
        this.mails = mails;
        this.schedule = schedule;
        this.rules = rules;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return FigureSchedule.RISE_CHECK;
    }

    @Override
    public StepResult perform(DueOrder order) {
        Instant now = clock.instant();
        VolumeSpikeSchedule plan = rules.get().rise();
        if (plan == null) {
            return new StepResult.NotYet(now.plus(Duration.ofDays(1)));
        }
        Instant due =
                LocalDate.parse(order.argument()).atTime(plan.at()).atZone(zone).toInstant();
        if (due.isAfter(now)) {
            return new StepResult.NotYet(due);
        }
        schedule.planAhead();
        return new StepResult.Done(check(plan, now));
    }

    private List<QueueMessage> check(VolumeSpikeSchedule plan, Instant now) {
        Map<SeriesKey, VolumeSpikeAlert> open = new LinkedHashMap<>();
        spikes.open().forEach(alert -> open.put(alert.key(), alert));
        List<QueueMessage> news = new ArrayList<>();
        List<SeriesCounts> counts = spikes.counts(now, plan.weeks());
        for (VolumeSpikeDetector.Finding finding :
                new VolumeSpikeDetector(plan.least(), plan.falseAlarmsPerYear()).judge(counts)) {
            VolumeSpikeAlert told = open.remove(finding.counts().key());
            if (told == null && finding.risen()) {
                VolumeSpikeAlert alert = alert(finding, now);
                spikes.begin(alert);
                mails.rise(alert, plan.to());
                news.add(new QueueMessage(QueueNames.ESCALATIONS, body(alert, plan)));
            } else if (told != null && finding.normal()) {
                spikes.end(told, now);
            }
        }
        if (!counts.isEmpty()) {
            open.values().forEach(forgotten -> spikes.end(forgotten, now)); // no complaint of these for weeks
        }
        return news;
    }

    private static VolumeSpikeAlert alert(VolumeSpikeDetector.Finding finding, Instant now) {
        SeriesKey key = finding.counts().key();
        String name = key.kind().key() + '/' + key.name() + '/' + now;
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new VolumeSpikeAlert(id, key, now, finding.counts().recent(), finding.expected());
    }

    private static ObjectNode body(VolumeSpikeAlert alert, VolumeSpikeSchedule plan) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "rise/" + alert.id())
                .put("type", "rise")
                .put("at", alert.began().toString())
                .put("kind", alert.key().kind().key())
                .put("name", alert.key().name())
                .put("count", alert.count())
                .put("days", 7)
                .put("expected", Math.round(alert.expected() * 10) / 10.0)
                .put("role", plan.to());
    }
}
