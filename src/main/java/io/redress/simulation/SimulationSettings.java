package io.redress.simulation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.redress.configfile.DeclaredNames;
import io.redress.configfile.InvalidConfiguration;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who complains and who works, as {@code config/simulation.yaml} supposes it.
 *
 * @param from the first day of a run
 * @param desks by category; {@code default} for the others
 */
@JsonNaming(KebabCaseStrategy.class)
public record SimulationSettings(
        LocalDate from, Customers customers, Map<String, Desk> desks, Callbacks callbacks, Surveys surveys) {

    private static final String FILE = "simulation.yaml";
    static final String DEFAULT = "default";

    /**
     * @param byHour how much is written in each hour of the day, 24 numbers that only count against one another
     * @param byDay the same for Monday to Sunday
     * @param priorities of the rest nothing raises the priority
     * @param returning share of complaints by somebody who complained before
     * @param repeats share that a channel brings twice
     * @param chases share that asks again while nothing is solved
     * @param answersAfter how long one who is asked for something takes, on average
     * @param notSolved share of the remedies that are none
     * @param writesAgain share of those customers who write by themselves
     */
    @JsonNaming(KebabCaseStrategy.class)
    record Customers(
            List<Double> byHour,
            List<Double> byDay,
            Map<String, Percentage> channels,
            Map<String, Percentage> categories,
            Map<String, Percentage> languages,
            Map<String, Percentage> priorities,
            Map<String, Percentage> tiers,
            Percentage returning,
            Percentage repeats,
            Percentage chases,
            SimulatedDuration chasesAfter,
            SimulatedDuration answersAfter,
            Percentage notSolved,
            Percentage writesAgain,
            SimulatedDuration writesAgainAfter) {}

    /**
     * @param staff at the same time
     * @param answer work for the first answer, median
     * @param solve work for the remedy, median
     * @param lead from the answer until the remedy can be worked on (parts, carriers, other departments), median
     * @param spread of those times: 0 is none; with 0.6 two of three lie between 0.55 and 1.8 times the median
     * @param asks share of complaints in which the customer is asked for something first
     */
    record Desk(
            int staff,
            SimulatedDuration answer,
            SimulatedDuration solve,
            SimulatedDuration lead,
            double spread,
            Percentage asks) {}

    /** @param takes from when a call is due until its result is reported, on average */
    @JsonNaming(KebabCaseStrategy.class)
    record Callbacks(
            Percentage noAnswer,
            Percentage refuses,
            Percentage wrongNumber,
            Percentage callLater,
            SimulatedDuration takes) {}

    /**
     * @param csat score by score, of customers whose complaint was solved
     * @param csatNotSolved of the others
     */
    @JsonNaming(KebabCaseStrategy.class)
    record Surveys(
            Percentage answers,
            SimulatedDuration after,
            Map<Integer, Percentage> csat,
            Map<Integer, Percentage> csatNotSolved) {}

    /**
     * Reads {@code simulation.yaml} of a folder, which may name the categories of its {@code categories.yaml}.
     *
     * @throws InvalidConfiguration with every mistake, its line and a remedy
     */
    public static SimulationSettings read(Path configDir) {
        return new SimulationSettingsReader(file(configDir), DeclaredNames.categories(configDir)).read();
    }

    /** Where a folder has its settings. */
    public static Path file(Path configDir) {
        return configDir.resolve(FILE);
    }

    /** The desk of a category. */
    Desk desk(String category) {
        return Objects.requireNonNull(desks.getOrDefault(category, desks.get(DEFAULT)));
    }
}
