package io.redress.privacy;

import io.redress.config.Finding;
import io.redress.config.InvalidConfiguration;
import io.redress.config.Suggestion;
import io.redress.config.YamlFile;
import io.redress.ticket.Keyed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code config/retention.yaml}: how long what is kept.
 *
 * @param enabled false: nothing is removed by age
 * @param keep kinds that are not in it are kept for ever
 */
public record RetentionRules(boolean enabled, Map<RetentionKind, Period> keep) {

    private static final Pattern PERIOD = Pattern.compile("(\\d{1,4})\\s*(days?|months?|years?)");
    private static final int SHORTEST_DAYS = 1;

    /** As the file has it; {@code null} where a key is left out. */
    record Written(@Nullable Boolean enabled, @Nullable Map<String, @Nullable String> keep) {}

    public RetentionRules {
        keep = Map.copyOf(keep);
    }

    public static Path file(Path configDir) {
        return configDir.resolve("retention.yaml");
    }

    /**
     * Reads the rules; without a file everything is kept.
     *
     * @throws InvalidConfiguration with every mistake, its line and a remedy
     */
    public static RetentionRules read(Path configDir) {
        Path path = file(configDir);
        if (!Files.exists(path)) {
            return new RetentionRules(false, Map.of());
        }
        YamlFile<Written> file = YamlFile.read(path, Written.class);
        List<Finding> findings = new ArrayList<>();
        Map<RetentionKind, Period> keep = new EnumMap<>(RetentionKind.class);
        Map<String, @Nullable String> written =
                file.value().keep() == null ? Map.of() : file.value().keep();
        written.forEach((key, value) -> {
            RetentionKind kind = Keyed.of(RetentionKind.class, key);
            Period period = period(value);
            if (kind == null) {
                findings.add(file.finding(
                        "nothing of kind '" + key + "' is kept",
                        Suggestion.remedy(key, Keyed.keys(RetentionKind.class)),
                        "keep",
                        key));
            } else if (period == null) {
                findings.add(file.finding(
                        "'" + value + "' is not a period",
                        "write one such as 90 days, 6 months or 2 years",
                        "keep",
                        key));
            } else {
                keep.put(kind, period);
            }
        });
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
        return new RetentionRules(Boolean.TRUE.equals(file.value().enabled()), keep);
    }

    /** What of a kind is older than this is removed; null when it is kept for ever. */
    public @Nullable Instant oldestKept(RetentionKind kind, Instant now) {
        Period period = keep.get(kind);
        return period == null
                ? null
                : now.atOffset(ZoneOffset.UTC).minus(period).toInstant();
    }

    private static @Nullable Period period(@Nullable String written) {
        Matcher matcher = PERIOD.matcher(written == null ? "" : written.strip());
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < SHORTEST_DAYS) {
            return null;
        }
        int number = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2).charAt(0)) {
            case 'd' -> Period.ofDays(number);
            case 'm' -> Period.ofMonths(number);
            default -> Period.ofYears(number);
        };
    }
}
