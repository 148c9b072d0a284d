package io.redress.simulation.hub;

import io.redress.handoff.HandOff;
import io.redress.servicelevel.ServiceLevels;
import io.redress.settings.HubProperties;
import io.redress.simulation.Population;
import io.redress.simulation.SimulatedCallers;
import io.redress.simulation.SimulatedCustomers;
import io.redress.simulation.SimulatedRespondents;
import io.redress.simulation.SimulatedTeams;
import io.redress.simulation.SimulationReport;
import io.redress.simulation.SimulationResult;
import io.redress.simulation.SimulationSettings;
import io.redress.triage.CategoryRules;
import io.redress.triage.TriageExamples;
import io.redress.triage.TriageExamples.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A run of supposed customers, to be made with one configuration or several. */
public final class Simulation implements AutoCloseable {

    private final Class<?> hub;
    private final Path routes;
    private final SimulationSettings settings;
    private final List<Example> texts;
    private final LocalDate from;
    private final int days;
    private final double perDay;
    private final long seed;
    /** Unpacking PostgreSQL takes seconds: once for all runs. */
    private final Path binaries;

    /** What a run came to, and what it took. */
    public record Ended(SimulationResult result, RunTimings spent) {}

    /**
     * @param config whose customers and texts are used, whichever configuration they meet
     * @param from the first day; null for the one that {@code simulation.yaml} says
     */
    public Simulation(
            Class<?> hub, Path routes, Path config, @Nullable LocalDate from, int days, double perDay, long seed)
            throws IOException {
        this.hub = hub;
        this.routes = routes;
        this.settings = SimulationSettings.read(config);
        this.texts = TriageExamples.read(config).examples();
        this.from = from == null ? settings.from() : from;
        this.days = days;
        this.perDay = perDay;
        this.seed = seed;
        this.binaries = Files.createTempDirectory("redress-simulation-postgres");
    }

    /**
     * Runs it with the rules of a folder.
     *
     * @param progress hears of each day that is over
     */
    public Ended run(Path config, IntConsumer progress) throws Exception {
        SimulationSettings staff =
                Files.exists(SimulationSettings.file(config)) ? SimulationSettings.read(config) : settings;
        ServiceLevels levels = ServiceLevels.read(config);
        try (var simulated = new SimulatedHub(
                hub, config, routes, binaries, from.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))) {
            ZoneId zone = simulated.bean(HubProperties.class).zone();
            CategoryRules rules = simulated.bean(CategoryRules.class);
            var simulatedCustomers = new SimulatedCustomers(settings, seed, zone);
            var teams = new SimulatedTeams(
                    staff, category -> levels.calendar(rules.policy(category)), simulatedCustomers, seed);
            var callers = new SimulatedCallers(staff, simulatedCustomers, seed, zone);
            var population = new Population(settings, texts, seed, perDay, zone);
            var respondents = new SimulatedRespondents(staff, simulatedCustomers, seed);
            var run = new SimulationRun(
                    simulated,
                    new SimulatedArrivals(population, simulatedCustomers, simulated.bean(HandOff.class)),
                    new SimulatedSurveys(simulated, respondents),
                    List.of(simulatedCustomers, teams, callers, respondents));
            run.pass(from, days, zone, progress);
            var count = new SimulationCounter(simulated.bean(JdbcClient.class));
            var sections = SimulationReport.sections(count.all(simulated.outgoing()), callers);
            return new Ended(new SimulationResult(config.toString(), from, days, perDay, seed, sections), run.spent());
        }
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(binaries);
    }
}
