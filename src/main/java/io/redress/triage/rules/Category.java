package io.redress.triage.rules;

import io.redress.ticket.Priority;
import java.util.Map;
import java.util.Set;

/**
 * A kind of complaint.
 *
 * @param title for people, by language tag
 * @param queue where its tickets go
 * @param owner who has to act
 * @param policy key of {@code config/service-levels.yaml}
 * @param cause false for what is asked for rather than complained about; it yields where a cause is named
 * @param wants what customers of this category ask for
 */
public record Category(
        String key,
        Map<String, String> title,
        String queue,
        String owner,
        String policy,
        boolean cause,
        Set<String> wants) {

    /** Takes what fits none of the others. */
    public static final String OTHER = "other";

    public Category {
        title = Map.copyOf(title);
        wants = Set.copyOf(wants);
    }

    /** A word of a category's evidence. */
    public record Evidence(String category, String kind, double weight, WordPattern pattern) {}

    /** A piece of evidence that was found. */
    public record Hit(Evidence evidence, TokenRange range, double weight) {}

    /** Why a priority is raised. */
    public record Raise(Priority to, String because, PrefilteredPatterns<WordPattern> find) {}
}
