package io.redress.triage;

import io.redress.configfile.CombinedFindings;
import io.redress.configfile.DeclaredNames;
import io.redress.configfile.InvalidConfiguration;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import io.redress.ticket.Triage;
import io.redress.triage.ExampleLearning.Lesson;
import io.redress.triage.ExampleModel.Learned;
import io.redress.triage.TriageExamples.Example;
import io.redress.triage.rules.Category;
import io.redress.triage.rules.CompiledRules;
import io.redress.triage.rules.CompiledRulesReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides what a complaint is about, how fast it must move, and says why: by the evidence of {@code
 * config/categories.yaml} and by what the examples beside it teach. Immutable; may be used by many threads at once.
 */
public final class TriageRules implements CategoryRules {

    private final CompiledRules rules;
    private final Learned learned;
    private final CategoryAssessor assessor;

    private TriageRules(CompiledRules rules, Learned learned) {
        this.rules = rules;
        this.learned = learned;
        assessor = new CategoryAssessor(rules, new ExampleModel(learned));
    }

    /**
     * Reads {@code words.yaml}, {@code categories.yaml}, {@code categories.examples.yaml}, {@code phrases.yaml} and the policies' names of {@code
     * service-levels.yaml}.
     *
     * @throws InvalidConfiguration with every mistake, its line and a remedy
     */
    public static TriageRules read(Path configDir) {
        return read(configDir, KeptModels.inMemory());
    }

    /**
     * As {@link #read(Path)}; what examples and phrases taught once is not learned again.
     *
     * @throws InvalidConfiguration with every mistake, its line and a remedy
     */
    public static TriageRules read(Path configDir, KeptModels kept) {
        Optional<String> key = kept.key(configDir);
        Optional<Learned> known = key.flatMap(kept::find);
        if (known.isPresent()) {
            return new TriageRules(compiled(configDir), known.get());
        }
        TriageRules rules = CombinedFindings.read(
                () -> compiled(configDir),
                () -> TriageExamples.read(configDir).examples(),
                (compiled, examples) -> taught(compiled, configDir, examples));
        if (key.equals(kept.key(configDir))) { // nobody has edited a file meanwhile
            key.ifPresent(same -> kept.keep(same, rules.learned));
        }
        return rules;
    }

    /** The rules of a folder, taught by other examples than its own. */
    static TriageRules read(Path configDir, List<Example> examples) {
        return taught(compiled(configDir), configDir, examples);
    }

    /** The same rules, taught by the folder's phrases and other examples. */
    TriageRules taughtBy(List<Example> examples, Path configDir) {
        return taught(rules, configDir, examples);
    }

    private static CompiledRules compiled(Path configDir) {
        return CompiledRulesReader.read(configDir, DeclaredNames.policies(configDir));
    }

    private static TriageRules taught(CompiledRules rules, Path configDir, List<Example> examples) {
        var learning = new ExampleLearning(rules);
        List<Lesson> lessons = new ArrayList<>(
                CategoryPhrases.read(configDir, rules.categories().keySet(), learning));
        lessons.addAll(examples.parallelStream()
                .filter(example -> rules.categories().containsKey(example.category()))
                .map(example -> learning.lesson(example.complaint(), example.category()))
                .toList());
        return new TriageRules(rules, learning.learn(lessons));
    }

    /** By key, in the order of the file. */
    public Map<String, Category> categories() {
        return rules.categories();
    }

    @Override
    public String owner(String category) {
        return category(category).owner();
    }

    @Override
    public String policy(String category) {
        return category(category).policy();
    }

    @Override
    public String queue(String category) {
        return category(category).queue();
    }

    @Override
    public Set<String> queues() {
        return categories().values().stream().map(Category::queue).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean has(String category) {
        return rules.categories().containsKey(category);
    }

    @Override
    public Map<String, String> titles(String category) {
        return category(category).title();
    }

    private Category category(String key) {
        Category category = rules.categories().get(key);
        return category != null
                ? category
                : Objects.requireNonNull(rules.categories().get("other"), "checked on reading");
    }

    /** Never fails; what fits nothing is {@code other}, to be reviewed. Only the first 8,000 characters are read. */
    @Override
    public Triage assess(Complaint complaint, Customer customer, Product product) {
        return assessor.assess(complaint, customer, product);
    }
}
