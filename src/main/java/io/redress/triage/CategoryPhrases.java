package io.redress.triage;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.YamlFile;
import io.redress.ticket.Complaint;
import io.redress.triage.ExampleLearning.Lesson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** {@code config/phrases.yaml}: short things that customers say, by category, from which the model learns words. */
final class CategoryPhrases {

    /** The file's shape: category to phrases. */
    static final class PhrasesFile extends LinkedHashMap<String, List<String>> {
        private static final long serialVersionUID = 1L;
    }

    private CategoryPhrases() {}

    /** @throws InvalidConfiguration with every mistake, such as a category that the rules do not have */
    static List<Lesson> read(Path configDir, Set<String> known, ExampleLearning learning) {
        List<Finding> findings = new ArrayList<>();
        YamlFile<PhrasesFile> file =
                YamlFile.read(configDir.resolve("phrases.yaml"), PhrasesFile.class, "phrases", findings);
        file.value().keySet().stream()
                .filter(category -> !known.contains(category))
                .map(category -> file.finding("unknown category '" + category + "'", "one of " + known, category))
                .forEach(findings::add);
        InvalidConfiguration.throwIfAny(findings);
        return file.value().entrySet().parallelStream()
                .flatMap(entry -> entry.getValue().stream().map(phrase -> lesson(learning, entry.getKey(), phrase)))
                .toList();
    }

    private static Lesson lesson(ExampleLearning learning, String category, String phrase) {
        return learning.lesson(new Complaint(null, phrase, "und", null, null, List.of()), category);
    }
}
