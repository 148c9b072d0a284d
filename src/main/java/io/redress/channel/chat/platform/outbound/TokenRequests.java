package io.redress.channel.chat.platform.outbound;

import io.redress.channel.chat.platform.outbound.OutboundRules.TokenRule;
import io.redress.channel.sender.RequestFilter;
import io.redress.delivery.dialogue.AccessToken;
import io.redress.delivery.dialogue.DialogueResponse;
import io.redress.reply.ReplyDelayed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Access tokens of a platform: fetched when none holds, renewed a fifth of their life, at most five minutes, before its end. */
final class TokenRequests {

    private static final Duration USUAL_LIFE = Duration.ofHours(1);
    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(5);

    private TokenRequests() {}

    /** Null as long as the channel lacks a setting that fetching needs. */
    static @Nullable AccessToken of(TokenRule rule, Map<String, String> settings, Clock clock) {
        try {
            var meanings = new AnswerMeanings(
                    RequestFilter.none(), rule.expired(), RequestFilter.none(), RequestFilter.none(), null);
            return new AccessToken(
                    rule.call().fill(settings, settings, List.of()),
                    response -> given(rule, response),
                    response -> meanings.of(response) == Meaning.EXPIRED,
                    clock);
        } catch (ValueTemplate.MissingValue e) {
            return null; // told when something is to be sent
        }
    }

    private static AccessToken.Given given(TokenRule rule, DialogueResponse response) {
        List<String> values = rule.value().values(response.content());
        if (values.size() != 1 || values.get(0).isBlank()) {
            // what is set wrongly can be put right while messages wait
            throw new ReplyDelayed(
                    "the platform gave no access token (HTTP " + response.status()
                            + "): are the channel's settings those of its console?",
                    response.retryAfter());
        }
        Duration life = rule.expiresIn() == null
                ? USUAL_LIFE
                : rule.expiresIn().values(response.content()).stream()
                        .filter(text -> text.matches("[0-9]{1,9}"))
                        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                        .findFirst()
                        .orElse(USUAL_LIFE);
        Duration fifth = life.dividedBy(5);
        return new AccessToken.Given(
                values.get(0), life.minus(fifth.compareTo(LONGEST_MARGIN) < 0 ? fifth : LONGEST_MARGIN));
    }
}
