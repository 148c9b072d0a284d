package io.redress.simulation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.redress.config.Finding;
import io.redress.config.InvalidConfiguration;
import io.redress.config.YamlFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    private static final String DEFAULT = "default";
    private static final Set<String> KINDS = Set.of("email", "web-form", "call-center", "chat");
    private static final int HOURS = 24;
    private static final int DAYS = 7;

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
            Map<String, Share> channels,
            Map<String, Share> categories,
            Map<String, Share> languages,
            Map<String, Share> priorities,
            Map<String, Share> tiers,
            Share returning,
            Share repeats,
            Share chases,
            Length chasesAfter,
            Length answersAfter,
            Share notSolved,
            Share writesAgain,
            Length writesAgainAfter) {}

    /**
     * @param staff at the same time
     * @param answer work for the first answer, median
     * @param solve work for the remedy, median
     * @param lead from the answer until the remedy can be worked on (parts, carriers, other departments), median
     * @param spread of those times: 0 is none; with 0.6 two of three lie between 0.55 and 1.8 times the median
     * @param asks share of complaints in which the customer is asked for something first
     */
    record Desk(int staff, Length answer, Length solve, Length lead, double spread, Share asks) {}

    /** @param takes from when a call is due until its result is reported, on average */
    @JsonNaming(KebabCaseStrategy.class)
    record Callbacks(Share noAnswer, Share refuses, Share wrongNumber, Share callLater, Length takes) {}

    /**
     * @param csat score by score, of customers whose complaint was solved
     * @param csatNotSolved of the others
     */
    @JsonNaming(KebabCaseStrategy.class)
    record Surveys(Share answers, Length after, Map<Integer, Share> csat, Map<Integer, Share> csatNotSolved) {}

    /**
     * Reads {@code simulation.yaml} of a folder.
     *
     * @param categories that its {@code categories.yaml} has
     * @throws InvalidConfiguration with every mistake, its line and a remedy
     */
    public static SimulationSettings read(Path configDir, Set<String> categories) {
        var file = YamlFile.read(file(configDir), SimulationSettings.class);
        List<Finding> findings = file.value().findings(file, categories);
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
        return file.value();
    }

    /** Where a folder has its settings. */
    public static Path file(Path configDir) {
        return configDir.resolve(FILE);
    }

    /** The desk of a category. */
    Desk desk(String category) {
        return Objects.requireNonNull(desks.getOrDefault(category, desks.get(DEFAULT)));
    }

    private List<Finding> findings(YamlFile<?> file, Set<String> categories) {
        var findings = new ArrayList<Finding>();
        if (from == null || customers == null || desks == null || callbacks == null || surveys == null) {
            findings.add(file.finding("a section is missing", "from, customers, desks, callbacks and surveys"));
            return findings;
        }
        numbers(file, findings, customers.byHour, HOURS, "by-hour");
        numbers(file, findings, customers.byDay, DAYS, "by-day");
        known(file, findings, customers.channels, KINDS, "channels");
        known(file, findings, customers.categories, categories, "categories");
        known(file, findings, customers.languages, Set.of("zh-Hans", "zh-Hant", "en"), "languages");
        known(file, findings, customers.priorities, Set.of("urgent", "major"), "priorities");
        known(file, findings, customers.tiers, Set.of("vip", "regular", "new"), "tiers");
        if (!desks.containsKey(DEFAULT)) {
            findings.add(file.finding("no desk 'default'", "add it: every category without a desk has that", "desks"));
        }
        desks.forEach((name, desk) -> {
            if (!name.equals(DEFAULT) && !categories.contains(name)) {
                findings.add(file.finding(
                        "unknown category '" + name + "'", "default, or one of " + categories, "desks", name));
            }
            if (desk.staff < 1 || desk.spread < 0 || desk.spread > 3) {
                findings.add(
                        file.finding("staff or spread is out of range", "staff from 1, spread 0 to 3", "desks", name));
            }
        });
        known(file, findings, surveys.csat, Set.of(1, 2, 3, 4, 5), "csat");
        known(file, findings, surveys.csatNotSolved, Set.of(1, 2, 3, 4, 5), "csat-not-solved");
        return findings;
    }

    private static void numbers(
            YamlFile<?> file, List<Finding> findings, @Nullable List<Double> numbers, int count, String key) {
        if (numbers == null
                || numbers.size() != count
                || numbers.stream().anyMatch(number -> number < 0)
                || numbers.stream().mapToDouble(Double::doubleValue).sum() <= 0) {
            findings.add(file.finding(
                    key + " is not " + count + " numbers from 0", "write " + count + " of them", "customers", key));
        }
    }

    private static <K> void known(
            YamlFile<?> file, List<Finding> findings, @Nullable Map<K, Share> shares, Set<K> known, String key) {
        String section = key.startsWith("csat") ? "surveys" : "customers";
        if (shares == null
                || !known.containsAll(shares.keySet())
                || shares.values().stream().mapToDouble(Share::of).sum() <= 0) {
            findings.add(file.finding("unknown or missing names in " + key, "shares of " + known, section, key));
        }
    }
}
