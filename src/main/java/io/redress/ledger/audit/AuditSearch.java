package io.redress.ledger.audit;

import io.redress.audit.AuditOutcome;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null means any.
 *
 * @param actor a login or the name of a key
 * @param act a permission's key, {@code sign-in} …
 * @param targets of which an entry has at least one
 * @param from at or after this instant
 * @param to before this instant
 */
public record AuditSearch(
        @Nullable String actor,
        @Nullable String act,
        @Nullable AuditOutcome outcome,
        @Nullable String address,
        @Nullable Set<String> targets,
        @Nullable Instant from,
        @Nullable Instant to) {}
