package io.redress.triage.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.redress.ticket.Priority;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code config/categories.yaml}: what kinds of complaint there are and how they are told apart. Lists and maps that are left out
 * are empty.
 *
 * @param weights what each kind of evidence counts
 * @param owners who can own a ticket, with a title for people
 * @param categories by key; {@code other} takes what fits none
 */
record CategoriesFile(
        Map<String, Double> weights, Map<String, String> owners, Map<String, Entry> categories, Priorities priorities) {

    CategoriesFile {
        weights = weights == null ? Map.of() : weights;
        owners = owners == null ? Map.of() : owners;
        categories = categories == null ? Map.of() : categories;
        priorities = priorities == null ? new Priorities(null, Map.of(), List.of(), List.of()) : priorities;
    }

    /**
     * One category.
     *
     * @param title by language: {@code zh-Hans}, {@code zh-Hant}, {@code en}
     * @param queue {@code complaints.<key>}
     * @param serviceLevel key of {@code config/service-levels.yaml}
     * @param cause false for what is asked for rather than complained about; it yields where a cause is named
     * @param wants what a customer of this category asks for; a hint where the form has such a field
     * @param evidence patterns by kind, see {@link PatternSyntax}
     */
    record Entry(
            @Nullable Map<String, String> title,
            @Nullable String queue,
            @Nullable String owner,
            @JsonProperty("service-level") @Nullable String serviceLevel,
            @Nullable Boolean cause,
            List<String> wants,
            Map<String, List<@Nullable String>> evidence) {

        Entry {
            wants = wants == null ? List.of() : wants;
            evidence = evidence == null ? Map.of() : evidence;
        }

        /** What the schema demands is there. */
        Category category(String key) {
            return new Category(
                    key,
                    Objects.requireNonNull(title),
                    Objects.requireNonNull(queue),
                    Objects.requireNonNull(owner),
                    Objects.requireNonNull(serviceLevel),
                    !Boolean.FALSE.equals(cause),
                    Set.copyOf(wants));
        }
    }

    /**
     * What makes a complaint urgent or major.
     *
     * @param threatened what a fact that is only threatened or feared raises to
     * @param tiers customers who are served first
     */
    record Priorities(
            @Nullable Priority threatened,
            Map<String, Priority> tiers,
            List<@Nullable Reason> major,
            List<@Nullable Reason> urgent) {

        Priorities {
            tiers = tiers == null ? Map.of() : tiers;
            major = major == null ? List.of() : major;
            urgent = urgent == null ? List.of() : urgent;
        }
    }

    /** @param because completes "urgent because …" on the ticket */
    record Reason(String because, @Nullable List<@Nullable String> find) {}
}
