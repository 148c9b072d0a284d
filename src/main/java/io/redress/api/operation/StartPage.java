package io.redress.api.operation;

import io.redress.broker.monitoring.QueueMonitor;
import io.redress.broker.monitoring.QueueState;
import io.redress.health.channel.ChannelHealth;
import io.redress.health.channel.ChannelState;
import io.redress.health.channel.ConnectedChannels;
import io.redress.intake.ItemState;
import io.redress.ledger.item.ItemOutcome;
import io.redress.ledger.item.ItemOutcomes;
import io.redress.privacy.Masking;
import io.redress.triage.CategoryRules;
import jakarta.jms.JMSException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What an operator sees first: the latest arrivals and what became of them, the channels and the queues. */
@Controller
class StartPage {

    private static final Logger LOG = LoggerFactory.getLogger(StartPage.class);
    private static final int ROWS = 50;

    private final ItemOutcomes outcomes;
    private final ConnectedChannels channels;
    private final QueueMonitor queues;
    private final ObjectProvider<CategoryRules> categories;
    private final ObjectProvider<StartPageExamples> startPageExamples;
    private final Clock clock;
    private final DateTimeFormatter times;

    StartPage(
            ItemOutcomes outcomes,
            ConnectedChannels channels,
            QueueMonitor queues,
            ObjectProvider<CategoryRules> categories,
            ObjectProvider<StartPageExamples> startPageExamples,
            Clock clock,
            @Value("${redress.zone}") ZoneId zone) {
        this.outcomes = outcomes;
        this.channels = channels;
        this.queues = queues;
        this.categories = categories;
        this.startPageExamples = startPageExamples;
        this.clock = clock;
        this.times = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    @GetMapping(path = "/", produces = "text/html;charset=UTF-8")
    String show(Model page) {
        var shown = channels.all();
        page.addAttribute("rows", outcomes.latest(ROWS).stream().map(this::row).toList());
        page.addAttribute("channels", shown.stream().map(this::line).toList());
        page.addAttribute(
                "sick", shown.stream().filter(channel -> !channel.healthy()).count());
        page.addAttribute("queues", waiting());
        page.addAttribute(
                "examples",
                startPageExamples
                        .getIfAvailable(() -> new StartPageExamples(List.of()))
                        .examples());
        page.addAttribute("now", time(clock.instant()));
        return "hub";
    }

    private String time(Instant instant) {
        return times.format(instant);
    }

    /** The page is wanted most when something is down: without the broker it shows the rest. */
    private List<QueueState> waiting() {
        try {
            return queues.all();
        } catch (JMSException e) {
            LOG.warn("the first page shows no queues: {}", e.getMessage());
            return List.of();
        }
    }

    private StartPageRow row(ItemOutcome outcome) {
        String category = outcome.category();
        return new StartPageRow(
                outcome.id().toString(),
                outcome.receivedAt().toString(),
                time(outcome.receivedAt()),
                outcome.channel(),
                outcome.state(),
                outcome.ticket(),
                category,
                outcome.priority(),
                outcome.review(),
                queue(outcome.state(), category),
                outcome.reasons().stream().map(Masking.all()::mask).toList());
    }

    private StartPageChannel line(ChannelState channel) {
        ChannelHealth health = channel.health();
        return new StartPageChannel(
                channel.name(),
                channel.kind() == null ? "" : channel.kind(),
                channel.state(),
                channel.healthy(),
                health == null ? "" : time(health.since()),
                health == null || health.problem() == null ? "" : health.problem(),
                health == null || health.remedy() == null ? "" : health.remedy(),
                health == null || health.error() == null ? "" : health.error(),
                channel.lastArrival() == null ? "" : time(channel.lastArrival()),
                channel.items());
    }

    private @Nullable String queue(String state, @Nullable String category) {
        CategoryRules rules = categories.getIfAvailable();
        if (state.equals(ItemState.TICKETED.key()) && category != null && rules != null) {
            return rules.queue(category);
        }
        return state.equals(ItemState.INVALID.key()) ? "invalid" : null;
    }
}
