package io.redress.privacy;

import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.YamlFile;
import io.redress.ticket.KeyedEnum;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code config/retention.yaml}: how long what is kept.
 *
 * @param enabled false: nothing is removed by age
 * @param keep kinds that are not in it are kept for ever
 */
public record RetentionRules(boolean enabled, Map<RetentionKind, Period> keep) {

    /** As the file has it; {@code null} where a key is left out. */
    record Written(@Nullable Boolean enabled, @Nullable Map<String, String> keep) {}

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
        Written written = YamlFile.read(path, Written.class, "retention").value();
        Map<RetentionKind, Period> keep = new EnumMap<>(RetentionKind.class);
        Map<String, String> periods = written.keep() == null ? Map.of() : written.keep();
        periods.forEach((key, period) -> keep.put(KeyedEnum.known(RetentionKind.class, key), period(period)));
        return new RetentionRules(Boolean.TRUE.equals(written.enabled()), keep);
    }

    /** What of a kind is older than this is removed; null when it is kept for ever. */
    public @Nullable Instant oldestKept(RetentionKind kind, Instant now) {
        Period period = keep.get(kind);
        return period == null
                ? null
                : now.atOffset(ZoneOffset.UTC).minus(period).toInstant();
    }

    /** A number and a unit, as the file's schema wants it. */
    private static Period period(String written) {
        String text = written.strip();
        int number = Integer.parseInt(text.replaceFirst("\\D.*", ""));
        return switch (text.replaceFirst("\\d+\\s*", "").charAt(0)) {
            case 'd' -> Period.ofDays(number);
            case 'm' -> Period.ofMonths(number);
            default -> Period.ofYears(number);
        };
    }
}
