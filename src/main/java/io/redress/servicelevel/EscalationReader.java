package io.redress.servicelevel;

import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import io.redress.servicelevel.EscalationPlan.Stage;
import io.redress.servicelevel.ServiceLevelsFile.Somebody;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles {@code warnings}, {@code escalation} and {@code roles} of {@code config/service-levels.yaml}. */
final class EscalationReader {

    private static final List<String> USUAL_WARNINGS = List.of("50 %", "75 %");
    private static final Set<String> LANGUAGES = Set.of("zh-Hans", "zh-Hant", "en");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,2})\\s*%?");
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]{1,190}");

    private final YamlFile<ServiceLevelsFile> file;
    private final List<Finding> findings;

    EscalationReader(YamlFile<ServiceLevelsFile> file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    List<Integer> warnings() {
        List<? extends @Nullable String> written =
                Objects.requireNonNullElse(file.value().warnings(), USUAL_WARNINGS);
        List<Integer> shares = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            var share = SHARE.matcher(String.valueOf(written.get(i)).strip());
            int percent = share.matches() ? Integer.parseInt(share.group(1)) : 0;
            if (percent == 0 || !shares.isEmpty() && percent <= shares.get(shares.size() - 1)) {
                find(
                        "'" + written.get(i) + "' is not a warning here",
                        "shares from 1 % to 99 %, each greater than the one before",
                        "warnings",
                        i);
            } else {
                shares.add(percent);
            }
        }
        return shares;
    }

    Map<String, Role> roles() {
        Map<String, Role> roles = new LinkedHashMap<>();
        Map<String, @Nullable Somebody> written =
                file.value().roles() == null ? Map.of() : file.value().roles();
        written.forEach((key, somebody) -> {
            if (!KEY.matcher(key).matches()) {
                find("'" + key + "' is not a role", "small letters, digits and -", "roles", key);
            }
            roles.put(key, new Role(key, mail(key, somebody), title(key, somebody)));
        });
        return roles;
    }

    /** Finds fault with a role that is used and not there. */
    void mustExist(@Nullable String role, Object... place) {
        Map<String, @Nullable Somebody> roles =
                file.value().roles() == null ? Map.of() : file.value().roles();
        if (role == null || !roles.containsKey(role)) {
            String remedy = roles.isEmpty() ? "write it under 'roles'" : "write it under 'roles', or ";
            find(
                    role == null ? "no role is named" : "unknown role '" + role + "'",
                    roles.isEmpty() ? remedy : remedy + Suggestion.remedy(String.valueOf(role), roles.keySet()),
                    place);
        }
    }

    EscalationPlan plan() {
        List<Stage> stages = new ArrayList<>();
        List<? extends ServiceLevelsFile.@Nullable Stage> written =
                Objects.requireNonNullElse(file.value().escalation(), List.of());
        for (int i = 0; i < written.size(); i++) {
            ServiceLevelsFile.Stage stage = written.get(i);
            String role = stage == null ? null : stage.to();
            String after = stage == null ? null : stage.after();
            TimeLimit limit = after == null ? null : TimeLimit.parseDelay(after);
            mustExist(role, "escalation", i, "to");
            if (limit == null) {
                find("after '" + after + "' is not a time", "0min, " + TimeLimit.FORMS, "escalation", i, "after");
            } else if (!stages.isEmpty()
                    && notAfter(limit, stages.get(stages.size() - 1).after())) {
                find(
                        "after '" + after + "' is not later than the stage before",
                        "later times",
                        "escalation",
                        i,
                        "after");
            }
            if (limit != null && role != null) {
                stages.add(new Stage(limit, role));
            }
        }
        return new EscalationPlan(List.copyOf(stages));
    }

    /** Only times of one kind can be compared without a calendar. */
    private static boolean notAfter(TimeLimit limit, TimeLimit earlier) {
        return limit.getClass() == earlier.getClass() && nominal(limit).compareTo(nominal(earlier)) <= 0;
    }

    private static Duration nominal(TimeLimit limit) {
        return limit instanceof TimeLimit.RoundTheClock clock
                ? clock.duration()
                : limit instanceof TimeLimit.BusinessHours hours
                        ? hours.duration()
                        : Duration.ofDays(((TimeLimit.BusinessDays) limit).days());
    }

    private List<String> mail(String key, @Nullable Somebody somebody) {
        List<String> addresses = new ArrayList<>();
        List<? extends @Nullable String> written =
                somebody == null || somebody.mail() == null ? List.of() : somebody.mail();
        for (String address : written) {
            if (address != null && ADDRESS.matcher(address.strip()).matches()) {
                addresses.add(address.strip());
            } else if (address != null && !address.isBlank()) {
                find(
                        "'" + address + "' is not a mail address",
                        "one@example.com, or several as a list",
                        "roles",
                        key,
                        "mail");
            }
        }
        return addresses;
    }

    private Map<String, String> title(String key, @Nullable Somebody somebody) {
        Map<String, String> titles = new HashMap<>();
        if (somebody != null && somebody.title() != null) {
            somebody.title().forEach((language, title) -> {
                if (title != null && !title.isBlank()) {
                    titles.put(language, title.strip());
                }
            });
        }
        if (!titles.keySet().equals(LANGUAGES)) {
            find(
                    "role '" + key + "' has titles in "
                            + titles.keySet().stream().sorted().toList(),
                    "a title in each of zh-Hans, zh-Hant, en",
                    "roles",
                    key,
                    "title");
        }
        return titles;
    }

    private void find(String problem, String remedy, Object... place) {
        findings.add(file.finding(problem, remedy, place));
    }
}
