package io.redress.servicelevel;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import io.redress.servicelevel.EscalationPlan.Stage;
import io.redress.servicelevel.ServiceLevels.Limits;
import io.redress.servicelevel.ServiceLevelsFile.Entry;
import io.redress.servicelevel.calendar.BusinessCalendar;
import io.redress.servicelevel.calendar.Calendars;
import io.redress.ticket.Priority;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compiles {@code config/service-levels.yaml}; its schema says what each key may hold. */
final class ServiceLevelsReader {

    private final List<Finding> findings = new ArrayList<>();
    private final YamlFile<ServiceLevelsFile> file;
    private final ServiceLevelsFile written;
    private final Calendars calendars;

    ServiceLevelsReader(Path configDir) {
        file = YamlFile.read(
                configDir.resolve("service-levels.yaml"), ServiceLevelsFile.class, "service-levels", findings);
        written = file.value();
        calendars = new Calendars(configDir, findings);
    }

    ServiceLevels read() {
        Map<String, Limits> policies = limits(written.policies(), "policies", key -> key);
        Map<Priority, Limits> priorities = limits(written.priorities(), "priorities", Priority::key);
        List<Integer> warnings = warnings();
        List<Stage> stages = stages();
        InvalidConfiguration.throwIfAny(findings);
        Map<String, Role> roles = new LinkedHashMap<>();
        written.roles().forEach((key, somebody) -> roles.put(key, somebody.role(key)));
        return new ServiceLevels(policies, priorities, warnings, new EscalationPlan(stages), roles);
    }

    private <K> Map<K, Limits> limits(Map<K, Entry> entries, String section, Function<K, String> name) {
        Map<K, Limits> all = new LinkedHashMap<>();
        entries.forEach((key, entry) -> {
            Limits limits = limits(entry, section, name.apply(key));
            if (limits != null) {
                all.put(key, limits);
            }
        });
        return all;
    }

    private @Nullable Limits limits(Entry entry, String section, String key) {
        mustExist(entry.tell(), section, key, "tell");
        BusinessCalendar calendar = calendar(entry.calendar(), section, key);
        TimeLimit response = entry.firstResponse();
        TimeLimit resolution = entry.resolution();
        return response == null || resolution == null || calendar == null
                ? null
                : new Limits(
                        new SlaTarget(section + "." + key + ".first-response", response, calendar),
                        new SlaTarget(section + "." + key + ".resolution", resolution, calendar),
                        entry.tell());
    }

    private @Nullable BusinessCalendar calendar(@Nullable String own, String section, String key) {
        if (own != null) {
            return calendars.get(own, file, section, key, "calendar");
        }
        String common = written.calendar();
        if (common == null) {
            find(
                    "'" + key + "' has no calendar",
                    "write 'calendar:' with the name of a file in calendars/",
                    section,
                    key);
            return null;
        }
        return calendars.get(common, file, "calendar");
    }

    private List<Integer> warnings() {
        List<Integer> shares = new ArrayList<>();
        for (int i = 0; i < written.warnings().size(); i++) {
            String share = written.warnings().get(i);
            if (share == null) {
                continue;
            }
            int percent = Integer.parseInt(share.replace("%", "").strip());
            if (!shares.isEmpty() && percent <= shares.get(shares.size() - 1)) {
                find("'" + share + "' is not greater than the warning before", "list them in order", "warnings", i);
            }
            shares.add(percent);
        }
        return shares;
    }

    private List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < written.escalation().size(); i++) {
            ServiceLevelsFile.Stage stage = written.escalation().get(i);
            TimeLimit after = stage == null ? null : stage.after();
            String role = stage == null ? null : stage.to();
            mustExist(role, "escalation", i, "to");
            if (after != null && role != null) {
                if (!stages.isEmpty()
                        && after.isNotLonger(stages.get(stages.size() - 1).after())) {
                    find("this stage is not later than the one before", "write a later time", "escalation", i, "after");
                }
                stages.add(new Stage(after, role));
            }
        }
        return stages;
    }

    private void mustExist(@Nullable String role, Object... place) {
        Set<String> roles = written.roles().keySet();
        if (role != null && !roles.contains(role)) {
            String known = roles.isEmpty() ? "" : ", or " + Suggestion.remedy(role, roles);
            find("unknown role '" + role + "'", "write it under 'roles'" + known, place);
        }
    }

    private void find(String problem, String remedy, Object... place) {
        findings.add(file.finding(problem, remedy, place));
    }
}
