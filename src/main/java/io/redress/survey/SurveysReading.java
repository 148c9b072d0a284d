package io.redress.survey;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.config.Finding;
import io.redress.config.InvalidConfiguration;
import io.redress.config.Suggestion;
import io.redress.config.YamlFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles {@code config/surveys.yaml}, and collects whatever is wrong with it. */
final class SurveysReading {

    private static final Pattern TIME = Pattern.compile("(\\d{1,4})\\s*(min|h|days?)");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,2})?)\\s*%");
    private static final String OTHERS = "default";

    private final YamlFile<SurveysFile> file;
    private final Path categories;
    private final List<Finding> findings = new ArrayList<>();

    SurveysReading(Path configDir) {
        file = YamlFile.read(configDir.resolve("surveys.yaml"), SurveysFile.class);
        categories = configDir.resolve("categories.yaml");
    }

    SurveyRules read() {
        SurveysFile written = file.value();
        Map<String, Double> sampling = sampling(written.sampling() == null ? Map.of() : written.sampling());
        double others = sampling.getOrDefault(OTHERS, 100.0);
        sampling.remove(OTHERS);
        SurveysFile.Low low = written.low() == null ? new SurveysFile.Low(null, null) : written.low();
        var rules = new SurveyRules(
                questions(written.questions()),
                time("after", written.after(), Duration.ZERO),
                time("without-callback-after", written.withoutCallbackAfter(), Duration.ofDays(7)),
                time("gap", written.gap(), Duration.ofDays(30)),
                "none".equals(written.reminderAfter())
                        ? null
                        : time("reminder-after", written.reminderAfter(), Duration.ofDays(3)),
                time("expires-after", written.expiresAfter(), Duration.ofDays(14)),
                time("close-after", written.closeAfter(), Duration.ofDays(7)),
                sampling,
                others,
                score("csat", low.csat(), 2, 1, 5),
                score("nps", low.nps(), 6, 0, 10),
                outside(written.send()));
        compare(rules);
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
        return rules;
    }

    private Questions questions(@Nullable String written) {
        Questions questions = written == null ? Questions.BOTH : Questions.of(written.strip());
        if (questions == null) {
            findings.add(
                    file.finding("unknown questions '" + written + "'", "write csat, nps or csat+nps", "questions"));
            return Questions.BOTH;
        }
        return questions;
    }

    private Duration time(String key, @Nullable String written, Duration otherwise) {
        if (written == null) {
            return otherwise;
        }
        var time = TIME.matcher(written.strip());
        if (!time.matches()) {
            String none = key.equals("reminder-after") ? ", or none" : "";
            findings.add(file.finding(
                    key + " '" + written + "' is not a time", "write it like 30min, 24h or 7 days" + none, key));
            return otherwise;
        }
        long amount = Long.parseLong(time.group(1));
        return switch (time.group(2)) {
            case "min" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private int score(String scale, @Nullable Integer written, int otherwise, int least, int most) {
        if (!SurveyAnswer.within(written, least, most)) {
            findings.add(file.finding(
                    "low " + scale + " " + written + " is not on the scale",
                    "write a number from " + least + " to " + most,
                    "low",
                    scale));
        }
        return written == null ? otherwise : written;
    }

    private boolean outside(@Nullable String written) {
        if (written != null && !written.equals("hub") && !written.equals("queue")) {
            findings.add(file.finding("unknown way to send '" + written + "'", "write hub or queue", "send"));
        }
        return "queue".equals(written);
    }

    private Map<String, Double> sampling(Map<String, String> written) {
        var known = new TreeSet<>(List.of(OTHERS));
        JsonNode all = YamlFile.read(categories, JsonNode.class).value().path("categories");
        all.fieldNames().forEachRemaining(known::add);
        var shares = new HashMap<String, Double>();
        written.forEach((category, share) -> {
            var parts = SHARE.matcher(share.strip());
            if (!known.contains(category)) {
                findings.add(file.finding(
                        "unknown category '" + category + "'",
                        Suggestion.remedy(category, known),
                        "sampling",
                        category));
            } else if (!parts.matches() || Double.parseDouble(parts.group(1)) > 100) {
                findings.add(file.finding(
                        "'" + share + "' is not a percentage",
                        "write it like 20 %, from 0 % to 100 %",
                        "sampling",
                        category));
            } else {
                shares.put(category, Double.parseDouble(parts.group(1)));
            }
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
