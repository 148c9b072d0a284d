package io.redress.ledger.survey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which surveys are asked for; null means any.
 *
 * @param ticket a ticket's number
 * @param state {@code sent}, {@code not-sent}, {@code answered} or {@code withdrawn}
 * @param from decided at or after this instant
 * @param to decided before this instant
 */
public record SurveySearch(
        @Nullable String ticket,
        @Nullable String state,
        @Nullable Instant from,
        @Nullable Instant to) {}
