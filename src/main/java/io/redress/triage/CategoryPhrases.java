package io.redress.triage;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.YamlFile;
import io.redress.ticket.Complaint;
import io.redress.triage.ExampleModel.Lesson;
import io.redress.triage.rules.CompiledRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** {@code config/phrases.yaml}: short things that customers say, by category, from which the model learns words. */
final class CategoryPhrases {

    /** The file's shape: category to phrases. */
    static final class PhrasesFile extends LinkedHashMap<String, List<String>> {
        private static final long serialVersionUID = 1L;
    }

    private CategoryPhrases() {}

    /** @throws InvalidConfiguration when the file names a category that the rules do not have */
    static List<Lesson> read(Path configDir, CompiledRules rules) {
        YamlFile<PhrasesFile> file = YamlFile.read(configDir.resolve("phrases.yaml"), PhrasesFile.class);
        List<Finding> findings = new ArrayList<>();
        List<Lesson> lessons = new ArrayList<>();
        file.value().forEach((category, phrases) -> {
            if (!rules.categories().containsKey(category)) {
                findings.add(file.finding(
                        "unknown category '" + category + "'",
                        "one of " + rules.categories().keySet(),
                        category));
                return;
            }
            lessons.addAll(phrases.parallelStream()
                    .map(phrase -> new Complaint(null, phrase, "und", null, null, List.of()))
                    .map(complaint -> CategoryAssessor.lesson(rules, complaint, category))
                    .toList());
        });
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
        return lessons;
    }
}
