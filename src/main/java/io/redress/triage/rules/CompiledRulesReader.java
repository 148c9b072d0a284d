package io.redress.triage.rules;

import io.redress.configfile.CombinedFindings;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.YamlFile;
import io.redress.ticket.Priority;
import io.redress.triage.rules.Category.Evidence;
import io.redress.triage.rules.Category.Raise;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles {@code config/words.yaml} and {@code config/categories.yaml}; their schemas say what each key may hold. */
public final class CompiledRulesReader {

    private final List<Finding> findings;
    private final YamlFile<WordsFile> words;
    private final YamlFile<CategoriesFile> file;
    private final Set<String> policies;
    private final ComplaintTokenizer tokenizer;
    private final Vocabulary vocabulary = new Vocabulary();
    private final PhraseTrie.Builder phrases = new PhraseTrie.Builder(vocabulary);
    private final PatternSyntax syntax;
    private final PatternsReader wordPatterns;
    private final PatternsReader patterns;

    private CompiledRulesReader(
            YamlFile<WordsFile> words, YamlFile<CategoriesFile> file, Set<String> policies, List<Finding> findings) {
        this.findings = findings;
        this.words = words;
        this.file = file;
        this.policies = policies;
        tokenizer = new ComplaintTokenizer(words.value().variants());
        syntax = new PatternSyntax(tokenizer, phrases);
        wordPatterns = new PatternsReader(words, syntax, findings);
        patterns = new PatternsReader(file, syntax, findings);
    }

    /**
     * @param policies the keys of {@code config/service-levels.yaml}
     * @throws InvalidConfiguration with a finding for each mistake
     */
    public static CompiledRules read(Path configDir, Set<String> policies) {
        List<Finding> findings = new ArrayList<>();
        return CombinedFindings.read(
                        findings,
                        () -> YamlFile.read(configDir.resolve("words.yaml"), WordsFile.class, "words", findings),
                        () -> YamlFile.read(
                                configDir.resolve("categories.yaml"), CategoriesFile.class, "categories", findings),
                        (words, file) -> new CompiledRulesReader(words, file, policies, findings))
                .rules();
    }

    private CompiledRules rules() {
        Map<String, WordPattern> lists = lists();
        ContextRules contextRules = contextRules();
        List<Evidence> evidence = new ArrayList<>();
        file.value().categories().forEach((key, entry) -> {
            check(key, entry);
            evidence.addAll(evidence(key, entry));
        });
        CategoriesFile.Priorities priorities = file.value().priorities();
        List<Raise> raises = new ArrayList<>(raises(Priority.MAJOR, priorities.major(), "major"));
        raises.addAll(raises(Priority.URGENT, priorities.urgent(), "urgent"));
        InvalidConfiguration.throwIfAny(findings);
        Map<String, Category> categories = new LinkedHashMap<>();
        file.value().categories().forEach((key, entry) -> categories.put(key, entry.category(key)));
        return new CompiledRules(
                tokenizer,
                vocabulary,
                phrases.build(),
                contextRules,
                lists,
                categories,
                PrefilteredPatterns.of(evidence, Evidence::pattern),
                raises,
                priorities.tiers(),
                Objects.requireNonNull(priorities.threatened()));
    }

    private Map<String, WordPattern> lists() {
        Map<String, WordPattern> lists = new LinkedHashMap<>();
        words.value().words().forEach((name, list) -> {
            try {
                syntax.define(name, list.stream().filter(Objects::nonNull).toList());
                lists.put(name, syntax.read("<" + name + ">"));
            } catch (PatternSyntax.Unreadable e) {
                findings.add(words.finding("list '" + name + "': " + e.getMessage(), "fix the list", "words", name));
            }
        });
        return lists;
    }

    private ContextRules contextRules() {
        return new ContextRules(
                negations("negations"),
                negations("denials"),
                reading("deniable"),
                reading("praise"),
                reading("asks"),
                reading("turns"),
                reading("threats"),
                reading("feared"),
                reading("positive"),
                reading("negative"));
    }

    private PrefilteredPatterns<Negation> negations(String key) {
        return PrefilteredPatterns.of(
                wordPatterns.negations(words.value().reading().get(key), "reading", key), Negation::pattern);
    }

    private PrefilteredPatterns<WordPattern> reading(String key) {
        return PrefilteredPatterns.of(wordPatterns.all(words.value().reading().get(key), "reading", key));
    }

    private void check(String key, CategoriesFile.Entry entry) {
        String queue = entry.queue();
        if (queue != null && !queue.equals("complaints." + key)) {
            find(
                    "queue '" + queue + "' is not that of '" + key + "'",
                    "write 'queue: complaints." + key + "'",
                    key,
                    "queue");
        }
        mustBe(entry.owner(), file.value().owners().keySet(), "owner", "under 'owners'", key, "owner");
        mustBe(entry.serviceLevel(), policies, "service-level policy", "to service-levels.yaml", key, "service-level");
    }

    private void mustBe(
            @Nullable String name, Set<String> known, String what, String added, String category, Object member) {
        if (name != null && !known.contains(name)) {
            find(
                    "unknown " + what + " '" + name + "' of category '" + category + "'",
                    "one of " + known + ", or add it " + added,
                    category,
                    member);
        }
    }

    private List<Evidence> evidence(String key, CategoriesFile.Entry entry) {
        List<Evidence> evidence = new ArrayList<>();
        Map<String, Double> weights = file.value().weights();
        entry.evidence().forEach((kind, written) -> {
            Double weight = weights.get(kind);
            if (weight == null) {
                find(
                        "unknown kind of evidence '" + kind + "'",
                        "one of " + weights.keySet() + ", or add it under 'weights'",
                        key,
                        "evidence",
                        kind);
                return;
            }
            patterns.all(written, "categories", key, "evidence", kind)
                    .forEach(pattern -> evidence.add(new Evidence(key, kind, weight, pattern)));
        });
        return evidence;
    }

    private List<Raise> raises(Priority to, List<CategoriesFile.@Nullable Reason> reasons, String key) {
        List<Raise> raises = new ArrayList<>();
        for (int i = 0; i < reasons.size(); i++) {
            CategoriesFile.Reason reason = reasons.get(i);
            if (reason != null) {
                List<WordPattern> find = patterns.all(reason.find(), "priorities", key, i, "find");
                raises.add(new Raise(to, reason.because(), PrefilteredPatterns.of(find)));
            }
        }
        return raises;
    }

    /** @param place from the category on */
    private void find(String problem, String remedy, Object... place) {
        List<Object> path = new ArrayList<>(List.of("categories"));
        path.addAll(List.of(place));
        findings.add(file.finding(problem, remedy, path.toArray()));
    }
}
