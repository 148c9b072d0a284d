package io.redress.console.operation;

import io.redress.broker.monitoring.QueueState;
import io.redress.health.target.TargetState;
import io.redress.incident.Incident;
import java.util.List;

/**
 * How the hub runs.
 *
 * @param closed why nothing is taken in; empty while the intake is open
 * @param brokerAway whether queues and failures could not be asked for
 * @param incidents those that go on
 * @param edits that are not in use
 * @param changes the latest first
 */
public record OperationsView(
        String closed,
        boolean brokerAway,
        List<Incident> incidents,
        List<BoardChannel> channels,
        List<QueueState> queues,
        List<TargetState> targets,
        List<FailureGroup> failures,
        List<RefusedEdit> edits,
        List<Change> changes,
        List<Room> rooms) {}
