package io.redress.survey;

import io.redress.configfile.DeclaredNames;
import io.redress.configfile.DurationParser;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compiles {@code config/surveys.yaml}; its schema says what each key may hold. */
final class SurveyRulesReader {

    private static final String OTHERS = "default";

    private final List<Finding> findings = new ArrayList<>();
    private final YamlFile<SurveysFile> file;
    private final Path configDir;

    SurveyRulesReader(Path configDir) {
        file = YamlFile.read(configDir.resolve("surveys.yaml"), SurveysFile.class, "surveys", findings);
        this.configDir = configDir;
    }

    SurveyRules read() {
        SurveysFile written = file.value();
        Map<String, Double> sampling = sampling(written.sampling() == null ? Map.of() : written.sampling());
        double others = sampling.getOrDefault(OTHERS, 100.0);
        sampling.remove(OTHERS);
        SurveysFile.Low low = written.low() == null ? new SurveysFile.Low(null, null) : written.low();
        var rules = new SurveyRules(
                Objects.requireNonNullElse(
                        written.questions() == null ? null : SurveyQuestions.of(written.questions()),
                        SurveyQuestions.BOTH),
                DurationParser.parse(written.after(), Duration.ZERO),
                DurationParser.parse(written.withoutCallbackAfter(), Duration.ofDays(7)),
                DurationParser.parse(written.gap(), Duration.ofDays(30)),
                reminder(written.reminderAfter()),
                DurationParser.parse(written.expiresAfter(), Duration.ofDays(14)),
                DurationParser.parse(written.closeAfter(), Duration.ofDays(7)),
                sampling,
                others,
                Objects.requireNonNullElse(low.csat(), 2),
                Objects.requireNonNullElse(low.nps(), 6),
                "queue".equals(written.send()));
        compare(rules);
        InvalidConfiguration.throwIfAny(findings);
        return rules;
    }

    private static @Nullable Duration reminder(@Nullable String written) {
        return written != null && written.strip().equals("none")
                ? null
                : DurationParser.parse(written, Duration.ofDays(3));
    }

    private Map<String, Double> sampling(Map<String, String> written) {
        var known = new TreeSet<>(List.of(OTHERS));
        known.addAll(DeclaredNames.categories(configDir));
        var shares = new HashMap<String, Double>();
        written.forEach((category, share) -> {
            if (!known.contains(category)) {
                findings.add(file.finding(
                        "unknown category '" + category + "'",
                        Suggestion.remedy(category, known),
                        "sampling",
                        category));
            }
            shares.put(category, Double.parseDouble(share.replace("%", "").strip()));
        });
        return shares;
    }

    private void compare(SurveyRules rules) {
        Duration reminder = rules.reminderAfter();
        if (reminder == null || !findings.isEmpty()) {
            return;
        }
        if (reminder.compareTo(rules.expiresAfter()) >= 0 || reminder.compareTo(rules.closeAfter()) >= 0) {
            findings.add(file.finding(
                    "reminder-after is not before expires-after and close-after",
                    "remind earlier, or write reminder-after: none",
                    "reminder-after"));
        }
    }
}
