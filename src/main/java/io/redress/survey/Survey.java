package io.redress.survey;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One survey, or the decision to send none: at most one for each ticket and round.
 *
 * @param round of the ticket: 1, and one more after each reopening
 * @param way {@code message}, {@code queue}, or the reason why it was not sent
 * @param decidedAt when it was sent, or decided that it is not
 * @param expiresAt when its link stops working
 * @param answer null until it is answered
 */
public record Survey(
        UUID id,
        String ticket,
        int round,
        SurveyState state,
        String way,
        Instant decidedAt,
        Instant expiresAt,
        @Nullable Instant remindedAt,
        @Nullable Instant answeredAt,
        @Nullable SurveyAnswer answer) {

    /** A survey that is on its way now. Its id follows from ticket and round. */
    public static Survey sent(String ticket, int round, SurveyDelivery delivery, Instant now, Duration expiresAfter) {
        return new Survey(
                id(ticket, round),
                ticket,
                round,
                SurveyState.SENT,
                delivery.key(),
                now,
                now.plus(expiresAfter),
                null,
                null,
                null);
    }

    public static Survey notSent(String ticket, int round, String reason, Instant now) {
        return new Survey(id(ticket, round), ticket, round, SurveyState.NOT_SENT, reason, now, now, null, null, null);
    }

    private static UUID id(String ticket, int round) {
        return UUID.nameUUIDFromBytes(("survey " + ticket + ' ' + round).getBytes(StandardCharsets.UTF_8));
    }
}
