package io.redress.canary;

import io.redress.configfile.DurationParser;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code config/canaries.yaml}: which channels get canaries.
 *
 * @param address of the hub, to which canaries of forms and webhooks go; null: this node's own port
 * @param plans by channel
 */
public record CanaryRules(@Nullable String address, Map<String, CanaryPlan> plans) {

    /** The file's name. */
    public static final String FILE = "canaries.yaml";

    private static final Duration USUAL_EVERY = Duration.ofMinutes(15);
    private static final Duration USUAL_LATE = Duration.ofMinutes(5);

    /** The file as written; its schema tells what the keys mean. */
    record Written(@Nullable String address, @Nullable Map<String, @Nullable Plan> channels) {

        record Plan(
                @Nullable String every,
                @Nullable String late,
                @Nullable Map<String, String> fields) {}
    }

    /**
     * Reads the file of a folder; a folder of an earlier version has none.
     *
     * @throws InvalidConfiguration with every mistake, its line and a remedy
     */
    public static CanaryRules read(Path config) {
        Path path = config.resolve(FILE);
        if (!Files.exists(path)) {
            return new CanaryRules(null, Map.of());
        }
        List<Finding> findings = new ArrayList<>();
        YamlFile<Written> file = YamlFile.read(path, Written.class, "canaries", findings);
        InvalidConfiguration.throwIfAny(findings);
        Map<String, CanaryPlan> plans = new LinkedHashMap<>();
        Objects.requireNonNullElse(file.value().channels(), Map.<String, Written.Plan>of())
                .forEach((channel, written) -> {
                    Written.Plan plan = written == null ? new Written.Plan(null, null, null) : written;
                    CanaryPlan read = new CanaryPlan(
                            channel,
                            DurationParser.parse(plan.every(), USUAL_EVERY),
                            DurationParser.parse(plan.late(), USUAL_LATE),
                            Objects.requireNonNullElse(plan.fields(), Map.of()));
                    plans.put(channel, read);
                    if (read.lateAfter().compareTo(read.every()) >= 0) {
                        findings.add(file.finding(
                                "the next canary of " + channel + " would be sent before this one counts as late",
                                "write a shorter time for late, or a longer one for every",
                                "channels",
                                channel));
                    }
                });
        InvalidConfiguration.throwIfAny(findings);
        return new CanaryRules(file.value().address(), plans);
    }

    /** The line of a channel in the file, for those who find that it cannot have canaries. */
    public static Finding finding(Path config, String channel, String problem, String remedy) {
        return YamlFile.read(config.resolve(FILE), Written.class).finding(problem, remedy, "channels", channel);
    }
}
