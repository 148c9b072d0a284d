package io.redress.servicelevel;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.redress.ticket.Priority;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code config/service-levels.yaml}. Lists and maps that are left out are empty.
 *
 * @param calendar the calendar of policies that name none
 * @param policies limits by policy
 * @param warnings shares such as {@code 50 %}; left out: 50 and 75
 * @param escalation stages after a breach
 * @param roles who is told, by key
 */
record ServiceLevelsFile(
        @Nullable String calendar,
        Map<String, Entry> policies,
        Map<Priority, Entry> priorities,
        List<@Nullable String> warnings,
        List<@Nullable Stage> escalation,
        Map<String, Somebody> roles) {

    ServiceLevelsFile {
        policies = policies == null ? Map.of() : policies;
        priorities = priorities == null ? Map.of() : priorities;
        warnings = warnings == null ? List.of("50 %", "75 %") : warnings;
        escalation = escalation == null ? List.of() : escalation;
        roles = roles == null ? Map.of() : roles;
    }

    /**
     * Limits as written.
     *
     * @param calendar another business calendar than the file's
     * @param tell the role that is told at once
     */
    record Entry(
            @JsonProperty("first-response") @Nullable TimeLimit firstResponse,
            @Nullable TimeLimit resolution,
            @Nullable String calendar,
            @Nullable String tell) {}

    /** After which time since the breach which role is told. */
    record Stage(@Nullable TimeLimit after, @Nullable String to) {}

    /** A role as written; {@code mail} is one address, a list, or empty. */
    record Somebody(
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<@Nullable String> mail,

            Map<String, String> title) {

        Role role(String key) {
            List<String> addresses = mail == null
                    ? List.of()
                    : mail.stream()
                            .filter(Objects::nonNull)
                            .map(String::strip)
                            .filter(address -> !address.isEmpty())
                            .toList();
            return new Role(key, addresses, title);
        }
    }
}
