package io.redress.servicelevel.calendar;

import io.redress.configfile.ConfigText;
import io.redress.configfile.Finding;
import io.redress.configfile.YamlFile;
import io.redress.configfile.folder.YamlFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The calendars of {@code config/calendars}, for a file that names some. Each is read once, and so are its mistakes told. */
public final class Calendars {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");

    private final Path folder;
    private final List<Finding> findings;
    private final Map<String, @Nullable BusinessCalendar> read = new HashMap<>();

    /** @param findings get what is wrong with those that are named */
    public Calendars(Path configDir, List<Finding> findings) {
        folder = configDir.resolve("calendars");
        this.findings = findings;
    }

    /**
     * The calendar of a name; null when there is none, or none that can be used.
     *
     * @param place where {@code file} names it
     */
    public @Nullable BusinessCalendar get(String name, YamlFile<?> file, Object... place) {
        if (!read.containsKey(name)) {
            Path path = folder.resolve(name + YamlFolder.ENDING);
            boolean isThere = NAME.matcher(name).matches() && ConfigText.isThere(path);
            read.put(name, isThere ? CalendarReader.read(name, path, findings) : null);
            if (!isThere) {
                findings.add(
                        file.finding("unknown calendar '" + name + "'", "create " + path + ", or name another", place));
            }
        }
        return read.get(name);
    }

    /** What is wrong with any of them, also with one that nobody names yet. */
    public static List<Finding> mistakes(Path configDir) {
        var findings = new ArrayList<Finding>();
        YamlFolder.files(configDir.resolve("calendars")).forEach(file -> CalendarReader.read("", file, findings));
        return findings;
    }
}
