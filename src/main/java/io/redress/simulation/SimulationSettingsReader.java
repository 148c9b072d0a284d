package io.redress.simulation;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import io.redress.simulation.SimulationSettings.Customers;
import io.redress.simulation.SimulationSettings.Desk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code config/simulation.yaml}; its schema says what each key may hold. */
final class SimulationSettingsReader {

    private final List<Finding> findings = new ArrayList<>();
    private final YamlFile<SimulationSettings> file;
    private final Set<String> categories;

    SimulationSettingsReader(Path path, Set<String> categories) {
        this.file = YamlFile.read(path, SimulationSettings.class, "simulation", findings);
        this.categories = categories;
    }

    /** @throws InvalidConfiguration with every mistake, its line and a remedy */
    SimulationSettings read() {
        if (findings.isEmpty()) {
            customers(file.value().customers());
            desks(file.value().desks());
            shares(file.value().surveys().csat(), "surveys", "csat");
            shares(file.value().surveys().csatNotSolved(), "surveys", "csat-not-solved");
        }
        InvalidConfiguration.throwIfAny(findings);
        return file.value();
    }

    private void customers(Customers customers) {
        hours(customers.byHour(), "by-hour");
        hours(customers.byDay(), "by-day");
        shares(customers.channels(), "customers", "channels");
        shares(customers.languages(), "customers", "languages");
        shares(customers.tiers(), "customers", "tiers");
        shares(customers.categories(), "customers", "categories");
        shares(customers.priorities(), "customers", "priorities");
        customers.categories().keySet().forEach(name -> category(name, "customers", "categories", name));
    }

    private void desks(Map<String, Desk> desks) {
        desks.keySet().stream()
                .filter(name -> !name.equals(SimulationSettings.DEFAULT))
                .forEach(name -> category(name, "desks", name));
    }

    private void category(String name, Object... at) {
        if (!categories.contains(name)) {
            findings.add(file.finding("unknown category '" + name + "'", Suggestion.remedy(name, categories), at));
        }
    }

    private void hours(List<Double> numbers, String key) {
        if (numbers.stream().mapToDouble(Double::doubleValue).sum() <= 0) {
            findings.add(file.finding(key + " has nothing but 0", "write a number above 0", "customers", key));
        }
    }

    private void shares(Map<?, Percentage> percentages, String section, String key) {
        if (percentages.values().stream().mapToDouble(Percentage::of).sum() <= 0) {
            findings.add(file.finding(key + " has no share above 0 %", "write one", section, key));
        }
    }
}
