package io.redress.servicelevel.calendar;

import io.redress.configfile.ConfigText;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.YamlFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The calendars of {@code config/calendars}, for whoever names one. */
public final class Calendars {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");

    private Calendars() {}

    /** Where the calendar of that name is; null when there is none. */
    public static @Nullable Path file(Path configDir, String name) {
        Path path = configDir.resolve("calendars").resolve(name + ".yaml");
        return NAME.matcher(name).matches() && ConfigText.isThere(path) ? path : null;
    }

    /** What is wrong with any of them, also with one that nobody names yet. */
    public static List<Finding> mistakes(Path configDir) {
        var findings = new ArrayList<Finding>();
        for (Path file : YamlFolder.files(configDir.resolve("calendars"))) {
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.yaml$", "");
            try {
                read(name, file, findings);
            } catch (InvalidConfiguration e) {
                findings.addAll(e.findings());
            }
        }
        return findings;
    }

    /** Reads such a file; null when {@code findings} got something that forbids its use. */
    public static @Nullable BusinessCalendar read(String name, Path file, List<Finding> findings) {
        return CalendarReader.read(name, file, findings);
    }
}
