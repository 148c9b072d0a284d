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
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Compiles {@code config/words.yaml} and {@code config/categories.yaml}, and collects whatever is wrong with them. */
public final class CompiledRulesReader {

    private static final Set<String> LANGUAGES = Set.of("zh-Hans", "zh-Hant", "en");

    private final List<Finding> findings = new ArrayList<>();
    private final YamlFile<WordsFile> words;
    private final YamlFile<CategoriesFile> file;
    private final Set<String> policies;
    private final ComplaintTokenizer tokenizer;
    private final TermPrefilter prefilter = new TermPrefilter();
    private final PatternSyntax syntax;
    private final PatternsReader patterns;

    private CompiledRulesReader(YamlFile<WordsFile> words, YamlFile<CategoriesFile> file, Set<String> policies) {
        this.words = words;
        this.file = file;
        this.policies = policies;
        tokenizer = new ComplaintTokenizer(words.value().variants());
        syntax = new PatternSyntax(tokenizer, prefilter);
        patterns = new PatternsReader(syntax, findings);
    }

    /**
     * @param policies the keys of {@code config/service-levels.yaml}
     * @throws InvalidConfiguration with a finding for each mistake
     */
    public static CompiledRules read(Path configDir, Set<String> policies) {
        var reader = CombinedFindings.read(
                () -> YamlFile.read(configDir.resolve("words.yaml"), WordsFile.class),
                () -> YamlFile.read(configDir.resolve("categories.yaml"), CategoriesFile.class),
                (words, file) -> new CompiledRulesReader(words, file, policies));
        CompiledRules rules = reader.rules();
        if (!reader.findings.isEmpty()) {
            throw new InvalidConfiguration(reader.findings);
        }
        return rules;
    }

    private CompiledRules rules() {
        Map<String, WordPattern> lists = lists();
        ContextRules contextRules = contextRules();
        Map<String, Category> categories = new LinkedHashMap<>();
        List<Evidence> evidence = new ArrayList<>();
        file.value().categories().forEach((key, entry) -> {
            categories.put(key, category(key, entry));
            evidence.addAll(evidence(key, entry));
        });
        if (!categories.containsKey(Category.OTHER)) {
            say(file, "there is no category 'other'", "add it: it takes what fits none of the others", "categories");
        }
        List<Raise> raises =
                new ArrayList<>(raises(Priority.MAJOR, file.value().priorities().major(), "major"));
        raises.addAll(raises(Priority.URGENT, file.value().priorities().urgent(), "urgent"));
        return new CompiledRules(
                tokenizer,
                prefilter,
                contextRules,
                lists,
                categories,
                PrefilteredPatterns.of(evidence, Evidence::pattern),
                raises,
                file.value().priorities().tiers(),
                file.value().priorities().threatened());
    }

    private Map<String, WordPattern> lists() {
        Map<String, WordPattern> lists = new LinkedHashMap<>();
        words.value().words().forEach((name, list) -> {
            try {
                syntax.define(name, list);
                lists.put(name, syntax.read("<" + name + ">"));
            } catch (PatternSyntax.Unreadable e) {
                say(words, "list '" + name + "': " + e.getMessage(), "fix the list", "words", name);
            }
        });
        return lists;
    }

    private ContextRules contextRules() {
        WordsFile.Reading reading = words.value().reading();
        return new ContextRules(
                PrefilteredPatterns.of(
                        patterns.negations(words, reading.negations(), "reading", "negations"), Negation::pattern),
                PrefilteredPatterns.of(
                        patterns.negations(words, reading.denials(), "reading", "denials"), Negation::pattern),
                PrefilteredPatterns.of(patterns.all(words, reading.deniable(), "reading", "deniable")),
                PrefilteredPatterns.of(patterns.all(words, reading.praise(), "reading", "praise")),
                PrefilteredPatterns.of(patterns.all(words, reading.asks(), "reading", "asks")),
                PrefilteredPatterns.of(patterns.all(words, reading.turns(), "reading", "turns")),
                PrefilteredPatterns.of(patterns.all(words, reading.threats(), "reading", "threats")),
                PrefilteredPatterns.of(patterns.all(words, reading.feared(), "reading", "feared")),
                PrefilteredPatterns.of(patterns.all(words, reading.positive(), "reading", "positive")),
                PrefilteredPatterns.of(patterns.all(words, reading.negative(), "reading", "negative")));
    }

    private Category category(String key, CategoriesFile.Entry entry) {
        Map<String, String> title = given(entry.title(), Map::of);
        if (!title.keySet().equals(LANGUAGES)) {
            String problem = "category '" + key + "' needs a title in " + LANGUAGES;
            say(problem, "write 'title:' with these three keys", key, "title");
        }
        String queue = given(entry.queue(), () -> "");
        if (!queue.equals("complaints." + key)) {
            say(
                    queue.isEmpty()
                            ? "category '" + key + "' has no queue"
                            : "queue '" + queue + "' is not that of '" + key + "'",
                    "write 'queue: complaints." + key + "'",
                    key,
                    "queue");
        }
        String owner = given(entry.owner(), () -> "");
        if (!file.value().owners().containsKey(owner)) {
            say(
                    "unknown owner '" + owner + "' of category '" + key + "'",
                    "one of " + file.value().owners().keySet() + ", or add it under 'owners'",
                    key,
                    "owner");
        }
        String policy = given(entry.serviceLevel(), () -> "");
        if (!policies.contains(policy)) {
            say(
                    "unknown service-level policy '" + policy + "' of category '" + key + "'",
                    "one of " + policies + ", or add it to service-levels.yaml",
                    key,
                    "service-level");
        }
        return new Category(
                key,
                title,
                queue,
                owner,
                policy,
                given(entry.cause(), () -> true),
                Set.copyOf(given(entry.wants(), List::of)));
    }

    private List<Evidence> evidence(String key, CategoriesFile.Entry entry) {
        List<Evidence> evidence = new ArrayList<>();
        given(entry.evidence(), Map::<String, List<String>>of).forEach((kind, written) -> {
            Double weight = file.value().weights().get(kind);
            if (weight == null) {
                say(
                        "unknown kind of evidence '" + kind + "'",
                        "one of " + file.value().weights().keySet() + ", or add it under 'weights'",
                        key,
                        "evidence",
                        kind);
                return;
            }
            patterns.all(file, written, "categories", key, "evidence", kind)
                    .forEach(pattern -> evidence.add(new Evidence(key, kind, weight, pattern)));
        });
        return evidence;
    }

    private List<Raise> raises(Priority to, List<CategoriesFile.Reason> reasons, String key) {
        List<Raise> raises = new ArrayList<>();
        for (int i = 0; i < reasons.size(); i++) {
            CategoriesFile.Reason reason = reasons.get(i);
            raises.add(
                    new Raise(to, reason.because(), patterns.all(file, reason.find(), "priorities", key, i, "find")));
        }
        return raises;
    }

    private void say(String problem, String remedy, Object... pathInCategories) {
        Object[] path = new Object[pathInCategories.length + 1];
        path[0] = "categories";
        System.arraycopy(pathInCategories, 0, path, 1, pathInCategories.length);
        say(file, problem, remedy, path);
    }

    private void say(YamlFile<?> in, String problem, String remedy, Object... path) {
        findings.add(in.finding(problem, remedy, path));
    }

    private static <T> T given(@Nullable T value, Supplier<T> absent) {
        return value == null ? absent.get() : value;
    }
}
