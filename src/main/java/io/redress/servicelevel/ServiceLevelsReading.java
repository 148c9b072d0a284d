package io.redress.servicelevel;

import io.redress.config.Finding;
import io.redress.config.InvalidConfiguration;
import io.redress.config.SettingsText;
import io.redress.config.YamlFile;
import io.redress.servicelevel.ServiceLevels.Limits;
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
final class ServiceLevelsReading {

    private static final Pattern CALENDAR_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");

    private final Path configDir;
    private final YamlFile<ServiceLevelsFile> file;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, @Nullable BusinessCalendar> calendars = new HashMap<>();

    ServiceLevelsReading(Path configDir) {
        this.configDir = configDir;
        file = YamlFile.read(configDir.resolve("service-levels.yaml"), ServiceLevelsFile.class);
    }

    static Set<String> policyNames(Path configDir) {
        var reading = new ServiceLevelsReading(configDir);
        return ServiceLevelsFile.entries(reading.file.value().policies()).keySet();
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
        var others = new EscalationReading(file, findings);
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

    private static void told(EscalationReading roles, ServiceLevelsFile.Entry entry, String section, String key) {
        if (entry.tell() != null) {
            roles.mustExist(entry.tell(), section, key, "tell");
        }
    }

    private @Nullable Limits limits(ServiceLevelsFile.Entry entry, String section, String key) {
        Limit response = limit(entry.firstResponse(), section, key, "first-response");
        Limit resolution = limit(entry.resolution(), section, key, "resolution");
        BusinessCalendar calendar = calendar(entry.calendar(), section, key);
        return response == null || resolution == null || calendar == null
                ? null
                : new Limits(
                        new Allowance(section + "." + key + ".first-response", response, calendar),
                        new Allowance(section + "." + key + ".resolution", resolution, calendar),
                        entry.tell());
    }

    private @Nullable Limit limit(@Nullable String written, String section, String key, String member) {
        Limit limit = written == null ? null : Limit.parse(written);
        if (limit == null) {
            findings.add(file.finding(
                    written == null ? "'" + key + "' has no " + member : member + " '" + written + "' is not a limit",
                    "write it like '" + member + ": 24h', or " + Limit.FORMS,
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
        if (CALENDAR_NAME.matcher(name).matches() && SettingsText.isThere(path)) {
            try {
                calendar = CalendarReading.read(name, path, findings);
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
