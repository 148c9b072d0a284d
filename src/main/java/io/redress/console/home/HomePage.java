package io.redress.console.home;

import io.redress.api.operation.StartPageExamples;
import io.redress.broker.monitoring.QueueMonitor;
import io.redress.broker.monitoring.QueueState;
import io.redress.console.ConsoleModel;
import io.redress.desk.DeskCategories;
import io.redress.health.channel.ConnectedChannels;
import io.redress.intake.ItemState;
import io.redress.ledger.item.ItemOutcome;
import io.redress.ledger.item.ItemOutcomes;
import io.redress.permission.Actor;
import io.redress.permission.Permission;
import io.redress.privacy.Masking;
import io.redress.security.CurrentActor;
import io.redress.triage.CategoryRules;
import jakarta.jms.JMSException;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What an operator sees first: the latest arrivals and what became of them, the channels and the queues. */
@Controller
class HomePage {

    private static final Logger LOG = LoggerFactory.getLogger(HomePage.class);
    private static final int ROWS = 50;

    private final ItemOutcomes outcomes;
    private final ConnectedChannels channels;
    private final QueueMonitor queues;
    private final ObjectProvider<CategoryRules> categories;
    private final ObjectProvider<StartPageExamples> examples;
    private final DeskCategories titles;

    HomePage(
            ItemOutcomes outcomes,
            ConnectedChannels channels,
            QueueMonitor queues,
            ObjectProvider<CategoryRules> categories,
            ObjectProvider<StartPageExamples> examples,
            DeskCategories titles) {
        this.outcomes = outcomes;
        this.channels = channels;
        this.queues = queues;
        this.categories = categories;
        this.examples = examples;
        this.titles = titles;
    }

    @GetMapping("/")
    String root() {
        return "redirect:/console";
    }

    /** Whoever may not read arrivals is led to the tickets. Nobody is signed in where a sandbox shows this page to all. */
    @GetMapping(path = "/console", produces = "text/html;charset=UTF-8")
    String show(@Nullable Principal reader, HttpServletRequest request, Model page) {
        Actor actor = CurrentActor.of(reader);
        boolean limited = actor != null && !actor.scope().isAll();
        if (actor != null && (limited || !actor.may(Permission.ITEMS_READ))) {
            return "redirect:/console/tickets";
        }
        String language = ConsoleModel.language(request).customers();
        var all = channels.all();
        page.addAttribute(
                "rows",
                outcomes.latest(ROWS).stream()
                        .map(outcome -> row(outcome, language))
                        .toList());
        page.addAttribute("channels", all);
        page.addAttribute(
                "sick", all.stream().filter(channel -> !channel.healthy()).count());
        page.addAttribute("queues", waiting());
        page.addAttribute(
                "examples",
                examples.getIfAvailable(() -> new StartPageExamples(List.of())).examples());
        return "console/home";
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

    private HomeRow row(ItemOutcome outcome, String language) {
        String category = outcome.category();
        return new HomeRow(
                outcome.id().toString(),
                outcome.receivedAt(),
                outcome.channel(),
                outcome.state(),
                outcome.ticket(),
                category == null ? null : titles.title(category, language),
                outcome.priority(),
                outcome.review(),
                queue(outcome.state(), category),
                outcome.reasons().stream().map(Masking.all()::mask).toList());
    }

    private @Nullable String queue(String state, @Nullable String category) {
        CategoryRules rules = categories.getIfAvailable();
        if (state.equals(ItemState.TICKETED.key()) && category != null && rules != null) {
            return rules.queue(category);
        }
        return state.equals(ItemState.INVALID.key()) ? "invalid" : null;
    }
}
