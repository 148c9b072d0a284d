package io.redress.console.operation;

import io.redress.api.deadletter.DeadLetters;
import io.redress.broker.monitoring.QueueMonitor;
import io.redress.broker.monitoring.QueueState;
import io.redress.due.QueueNames;
import io.redress.handoff.IntakeBackPressure;
import io.redress.health.target.TargetState;
import io.redress.health.target.TargetStates;
import io.redress.ledger.incident.SqlIncidents;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import jakarta.jms.JMSException;
import java.util.ArrayList;
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

    private final Board board;
    private final Configuration configuration;
    private final QueueMonitor queues;
    private final TargetStates targets;
    private final SqlIncidents incidents;
    private final DeadLetters letters;
    private final IntakeBackPressure gate;

    OperationsPage(
            Board board,
            Configuration configuration,
            QueueMonitor queues,
            TargetStates targets,
            SqlIncidents incidents,
            DeadLetters letters,
            IntakeBackPressure gate) {
        this.board = board;
        this.configuration = configuration;
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
        List<BoardChannel> channels = board.channels();
        List<TargetState> connected = targets.all();
        page.addAttribute(
                "view",
                new OperationsView(
                        Objects.requireNonNullElse(gate.closedBecause(), ""),
                        away,
                        incidents.find(true, null, INCIDENTS),
                        channels,
                        waiting,
                        connected,
                        failures,
                        configuration.refused(),
                        configuration.changes(
                                channels.stream().map(BoardChannel::state).toList(), connected),
                        board.rooms()));
        return "console/operations";
    }
}
