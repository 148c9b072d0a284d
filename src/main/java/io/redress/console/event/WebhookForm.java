package io.redress.console.event;

import io.redress.api.ParameterValue;
import io.redress.event.SubscriptionMaker;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A new subscription, as the form has it.
 *
 * @param categories none ticked: all
 */
public record WebhookForm(
        @Nullable String name,
        @Nullable String url,
        @Nullable List<String> types,
        @Nullable List<String> categories) {

    static final WebhookForm EMPTY = new WebhookForm(null, null, null, null);

    /** For a template. */
    public String typedName() {
        return Objects.requireNonNullElse(ParameterValue.text(name), "");
    }

    /** For a template. */
    public String typedUrl() {
        return Objects.requireNonNullElse(ParameterValue.text(url), "");
    }

    public boolean hasType(String type) {
        return types != null && types.contains(type);
    }

    public boolean hasCategory(String category) {
        return categories != null && categories.contains(category);
    }

    SubscriptionMaker.Asked asked() {
        return new SubscriptionMaker.Asked(
                typedName(),
                typedUrl(),
                Objects.requireNonNullElse(types, List.of()),
                Objects.requireNonNullElse(categories, List.of()));
    }
}
