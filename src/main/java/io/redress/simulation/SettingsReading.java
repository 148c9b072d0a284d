package io.redress.simulation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import io.redress.config.Finding;
import io.redress.config.InvalidConfiguration;
import io.redress.config.YamlFile;
import io.redress.simulation.SimulationSettings.Customers;
import io.redress.simulation.SimulationSettings.Desk;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code config/simulation.yaml}, and collects whatever is wrong with it. */
final class SettingsReading {

    private static final Set<String> KINDS = Set.of("email", "web-form", "call-center", "chat");
    private static final Set<Integer> SCORES = Set.of(1, 2, 3, 4, 5);
    private static final int HOURS = 24;
    private static final int DAYS = 7;

    private final YamlFile<SimulationSettings> file;
    private final Set<String> categories;
    private final List<Finding> findings = new ArrayList<>();

    SettingsReading(Path path, Set<String> categories) {
        this.file = YamlFile.read(path, SimulationSettings.class);
        this.categories = categories;
    }

    /** @throws InvalidConfiguration with every mistake, its line and a remedy */
    SimulationSettings read() {
        complete(file.value());
        if (findings.isEmpty()) {
            customers(file.value().customers());
            desks(file.value().desks());
            known(file.value().surveys().csat(), SCORES, "csat");
            known(file.value().surveys().csatNotSolved(), SCORES, "csat-not-solved");
        }
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
        return file.value();
    }

    private void customers(Customers customers) {
        numbers(customers.byHour(), HOURS, "by-hour");
        numbers(customers.byDay(), DAYS, "by-day");
        known(customers.channels(), KINDS, "channels");
        known(customers.categories(), categories, "categories");
        known(customers.languages(), Set.of("zh-Hans", "zh-Hant", "en"), "languages");
        known(customers.priorities(), Set.of("urgent", "major"), "priorities");
        known(customers.tiers(), Set.of("vip", "regular", "new"), "tiers");
    }

    private void desks(Map<String, Desk> desks) {
        if (!desks.containsKey(SimulationSettings.DEFAULT)) {
            findings.add(file.finding("no desk 'default'", "add it: every category without a desk has that", "desks"));
        }
        desks.forEach((name, desk) -> {
            if (!name.equals(SimulationSettings.DEFAULT) && !categories.contains(name)) {
                findings.add(file.finding(
                        "unknown category '" + name + "'", "default, or one of " + categories, "desks", name));
            }
            if (desk.staff() < 1 || desk.spread() < 0 || desk.spread() > 3) {
                findings.add(
                        file.finding("staff or spread is out of range", "staff from 1, spread 0 to 3", "desks", name));
            }
        });
    }

    private void parts(Record part, Object... at) {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            String key = new KebabCaseStrategy().translate(component.getName());
            complete(value(part, component), with(at, key));
        }
    }

    private void complete(@Nullable Object value, Object... at) {
        if (value == null) {
            findings.add(file.finding("'" + at[at.length - 1] + "' has no value", "docs/simulation.md says which", at));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, entry) -> complete(entry, with(at, name)));
        } else if (value instanceof List<?> list) {
            list.forEach(entry -> complete(entry, at));
        } else if (value instanceof Record part) {
            parts(part, at);
        }
    }

    private static Object[] with(Object[] at, Object next) {
        return Stream.concat(Stream.of(at), Stream.of(next)).toArray();
    }

    private static @Nullable Object value(Record part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record of this file has public accessors", e);
        }
    }

    private void numbers(List<Double> numbers, int count, String key) {
        if (numbers.size() != count
                || numbers.stream().anyMatch(number -> number < 0)
                || numbers.stream().mapToDouble(Double::doubleValue).sum() <= 0) {
            findings.add(file.finding(
                    key + " is not " + count + " numbers from 0", "write " + count + " of them", "customers", key));
        }
    }

    private <K> void known(Map<K, Share> shares, Set<K> known, String key) {
        String section = key.startsWith("csat") ? "surveys" : "customers";
        if (!known.containsAll(shares.keySet())
                || shares.values().stream().mapToDouble(Share::of).sum() <= 0) {
            findings.add(file.finding("unknown or missing names in " + key, "shares of " + known, section, key));
        }
    }
}
