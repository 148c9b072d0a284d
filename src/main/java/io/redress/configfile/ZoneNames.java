package io.redress.configfile;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The names of zones that people write: those of cities, and UTC. */
public final class ZoneNames {

    private static final List<String> NAMES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            .sorted()
            .toList();

    private ZoneNames() {}

    /** The zone that was probably meant; empty when none is near. */
    public static Optional<String> nearest(String wrong) {
        return Suggestion.nearest(wrong, NAMES);
    }

    /** A remedy for a {@link Finding}. */
    public static String remedy(String wrong) {
        return nearest(wrong).map(near -> "did you mean '" + near + "'?").orElse("an IANA name such as Asia/Shanghai");
    }
}
