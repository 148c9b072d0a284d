package io.redress.simulation;

import java.util.List;
import java.util.Map;

/**
 * What was counted in the hub after a run.
 *
 * @param categories in order of their names
 * @param events warnings, breaches and escalations by clock and mark: {@code first-response 50 %}
 * @param surveys by what became of them; empty where the hub has none
 * @param scores of answered surveys, {@code CSAT 5} and so on
 * @param problems what should not happen: items that failed, updates that were refused
 */
public record SimulationCounts(
        List<OfCategory> categories,
        Map<String, Long> channels,
        Map<String, Long> priorities,
        Map<String, Long> items,
        Map<String, Long> events,
        Map<String, Long> statuses,
        Map<String, Long> reopened,
        Map<String, Long> messages,
        Map<String, Long> surveys,
        Map<String, Long> scores,
        Map<String, Long> problems) {

    /**
     * The complaints of a category. A promise is decided when it was kept or its time has passed.
     *
     * @param answerable promises of a first answer that are decided
     * @param answered those of them that were kept in time
     * @param solvable promises of a remedy that are decided
     * @param solved those of them that were kept in time
     */
    public record OfCategory(
            String category,
            long tickets,
            long urgent,
            long major,
            long answerable,
            long answered,
            long solvable,
            long solved) {

        OfCategory plus(OfCategory other) {
            return new OfCategory(
                    category,
                    tickets + other.tickets,
                    urgent + other.urgent,
                    major + other.major,
                    answerable + other.answerable,
                    answered + other.answered,
                    solvable + other.solvable,
                    solved + other.solved);
        }
    }
}
