package io.redress.console.operation;

import io.redress.api.deadletter.DeadLetters;
import io.redress.broker.monitoring.QueueMonitor;
import io.redress.broker.monitoring.QueueState;
import io.redress.due.QueueNames;
import io.redress.handoff.IntakeBackPressure;
import io.redress.health.channel.ChannelState;
import io.redress.health.channel.ConnectedChannels;
import io.redress.health.target.TargetStates;
import io.redress.ledger.incident.SqlIncidents;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the hub runs, with what is wrong first. It is wanted most when something is down, so it shows the rest then. */
@Controller
@RequiresPermission(Permission.OPERATIONS_READ)
class OperationsPage {

    private static final Logger LOG = LoggerFactory.getLogger(OperationsPage.class);
    private static final int INCIDENTS = 50;

    private final ConnectedChannels channels;
    private final QueueMonitor queues;
    private final TargetStates targets;
    private final SqlIncidents incidents;
    private final DeadLetters letters;
    private final IntakeBackPressure gate;

    OperationsPage(
            ConnectedChannels channels,
            QueueMonitor queues,
            TargetStates targets,
            SqlIncidents incidents,
            DeadLetters letters,
            IntakeBackPressure gate) {
        this.channels = channels;
        this.queues = queues;
        this.targets = targets;
        this.incidents = incidents;
        this.letters = letters;
        this.gate = gate;
    }

    @GetMapping(path = "/console/operations", produces = "text/html;charset=UTF-8")
    String show(Model page) {
        List<QueueState> waiting = List.of();
        List<FailureGroup> failures = new ArrayList<>();
        boolean away = false;
        try {
            waiting = queues.all();
            for (QueueState queue : waiting) {
                if (queue.depth() > 0 && QueueNames.isOfFailures(queue.name())) {
                    failures.addAll(FailureGroup.of(queue.name(), letters.list(queue.name(), letter -> true)));
                }
            }
        } catch (JMSException e) {
            LOG.warn("the board shows no queues: {}", e.getMessage());
            away = true;
        }
        page.addAttribute(
                "view",
                new OperationsView(
                        Objects.requireNonNullElse(gate.closedBecause(), ""),
                        away,
                        incidents.find(true, null, INCIDENTS),
                        sickFirst(channels.all()),
                        waiting,
                        targets.all(),
                        failures));
        return "console/operations";
    }

    private static List<ChannelState> sickFirst(List<ChannelState> channels) {
        return channels.stream()
                .sorted(Comparator.comparing(ChannelState::healthy))
                .toList();
    }
}
