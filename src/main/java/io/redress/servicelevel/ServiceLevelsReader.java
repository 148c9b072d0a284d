package io.redress.servicelevel;

import io.redress.configfile.ConfigText;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.YamlFile;
import io.redress.servicelevel.ServiceLevels.Limits;
import io.redress.servicelevel.calendar.BusinessCalendar;
import io.redress.servicelevel.calendar.CalendarReader;
import io.redress.ticket.Priority;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles {@code config/service-levels.yaml}, and collects whatever is wrong with it. */
final class ServiceLevelsReader {

    private static final Pattern CALENDAR_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");

    private final Path configDir;
    private final YamlFile<ServiceLevelsFile> file;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, @Nullable BusinessCalendar> calendars = new HashMap<>();

    ServiceLevelsReader(Path configDir) {
        this.configDir = configDir;
        file = YamlFile.read(configDir.resolve("service-levels.yaml"), ServiceLevelsFile.class);
    }

    ServiceLevels read() {
        Map<String, Limits> policies = new LinkedHashMap<>();
        ServiceLevelsFile.entries(file.value().policies()).forEach((key, entry) -> {
            Limits limits = limits(entry, "policies", key);
            if (limits != null) {
                policies.put(key, limits);
            }
        });
        Map<Priority, Limits> priorities = new EnumMap<>(Priority.class);
        ServiceLevelsFile.entries(file.value().priorities()).forEach((key, entry) -> {
            Limits limits = limits(entry, "priorities", key);
            Priority priority = priority(key);
            if (limits != null && priority != null) {
                priorities.put(priority, limits);
            }
        });
        var others = new EscalationReader(file, findings);
        List<Integer> warnings = others.warnings();
        Map<String, Role> roles = others.roles();
        EscalationPlan plan = others.plan();
        ServiceLevelsFile.entries(file.value().policies())
                .forEach((key, entry) -> told(others, entry, "policies", key));
        ServiceLevelsFile.entries(file.value().priorities())
                .forEach((key, entry) -> told(others, entry, "priorities", key));
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
        return new ServiceLevels(policies, priorities, warnings, plan, roles);
    }

    private static void told(EscalationReader roles, ServiceLevelsFile.Entry entry, String section, String key) {
        if (entry.tell() != null) {
            roles.mustExist(entry.tell(), section, key, "tell");
        }
    }

    private @Nullable Limits limits(ServiceLevelsFile.Entry entry, String section, String key) {
        TimeLimit response = limit(entry.firstResponse(), section, key, "first-response");
        TimeLimit resolution = limit(entry.resolution(), section, key, "resolution");
        BusinessCalendar calendar = calendar(entry.calendar(), section, key);
        return response == null || resolution == null || calendar == null
                ? null
                : new Limits(
                        new SlaLimit(section + "." + key + ".first-response", response, calendar),
                        new SlaLimit(section + "." + key + ".resolution", resolution, calendar),
                        entry.tell());
    }

    private @Nullable TimeLimit limit(@Nullable String written, String section, String key, String member) {
        TimeLimit limit = written == null ? null : TimeLimit.parse(written);
        if (limit == null) {
            findings.add(file.finding(
                    written == null ? "'" + key + "' has no " + member : member + " '" + written + "' is not a limit",
                    "write it like '" + member + ": 24h', or " + TimeLimit.FORMS,
                    section,
                    key,
                    member));
        }
        return limit;
    }

    private @Nullable BusinessCalendar calendar(@Nullable String own, String section, String key) {
        String usual = file.value().calendar();
        String name = own != null ? own : usual != null ? usual : "";
        if (calendars.containsKey(name)) {
            return calendars.get(name);
        }
        Path path = configDir.resolve("calendars").resolve(name + ".yaml");
        BusinessCalendar calendar = null;
        if (CALENDAR_NAME.matcher(name).matches() && ConfigText.isThere(path)) {
            try {
                calendar = CalendarReader.read(name, path, findings);
            } catch (InvalidConfiguration e) {
                findings.addAll(e.findings());
            }
        } else {
            Object[] place = own == null ? new Object[] {"calendar"} : new Object[] {section, key, "calendar"};
            findings.add(
                    file.finding("unknown calendar '" + name + "'", "create " + path + ", or name another", place));
        }
        calendars.put(name, calendar);
        return calendar;
    }

    private @Nullable Priority priority(String key) {
        Priority priority = Priority.of(key);
        if (priority == null) {
            findings.add(file.finding("unknown priority '" + key + "'", "urgent or major", "priorities", key));
        }
        return priority;
    }
}
