package io.redress.web;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The words of the pages, from {@code messages.<language>.yaml}; every language has every text. */
final class PageTexts {

    private final Map<String, Map<String, String>> byLanguage;

    private PageTexts(Map<String, Map<String, String>> byLanguage) {
        this.byLanguage = byLanguage;
    }

    /** The keys and texts of one file. */
    static final class Texts extends TreeMap<String, String> {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Reads the texts of all languages.
     *
     * @throws InvalidConfiguration when a file is broken or lacks a text that another has
     */
    static PageTexts read(Path folder) {
        Map<String, YamlFile<Texts>> files = new LinkedHashMap<>();
        var keys = new TreeSet<String>();
        for (String language : Languages.ALL) {
            Path path = folder.resolve("messages." + language + ".yaml");
            var file = YamlFile.read(path, Texts.class, "page-texts");
            files.put(language, file);
            keys.addAll(file.value().keySet());
        }
        List<Finding> findings = new ArrayList<>();
        for (String key : keys) {
            List<YamlFile<Texts>> with = files.values().stream()
                    .filter(file -> file.value().containsKey(key))
                    .toList();
            if (with.size() == 1) { // a new text, or more likely a slip in this one's key
                findings.add(with.get(0)
                        .finding(
                                "no other language has the text '" + key + "'",
                                Suggestion.remedy(key, others(files, with.get(0))),
                                key));
            } else {
                files.values().stream()
                        .filter(file -> !with.contains(file))
                        .forEach(file -> findings.add(new Finding(
                                file.file(), 0, "lacks the text '" + key + "'", "translate it from another language")));
            }
        }
        InvalidConfiguration.throwIfAny(findings);
        Map<String, Map<String, String>> texts = new LinkedHashMap<>();
        files.forEach((language, file) -> texts.put(language, Map.copyOf(file.value())));
        return new PageTexts(texts);
    }

    private static Set<String> others(Map<String, YamlFile<Texts>> files, YamlFile<Texts> one) {
        return files.values().stream()
                .filter(file -> file != one)
                .flatMap(file -> file.value().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Map<String, String> in(String language) {
        return byLanguage.getOrDefault(language, Map.of());
    }
}
