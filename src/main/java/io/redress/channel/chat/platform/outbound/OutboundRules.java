package io.redress.channel.chat.platform.outbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.channel.sender.RequestFilter;
import io.redress.mapping.json.ValuePath;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the hub asks of a platform; each part null where its file does not say it.
 *
 * @param token that requests with {@code {token}} carry
 * @param send a message to a customer
 * @param media the file of a message
 * @param pull messages that the platform keeps
 */
public record OutboundRules(
        @Nullable TokenRule token,
        @Nullable SendRule send,
        @Nullable MediaFetchRule media,
        @Nullable PullRule pull) {

    /** The name of the access token in requests; a setting may be called {@code token}. */
    static final String TOKEN = "token.value";

    /**
     * How a token is fetched.
     *
     * @param expired what an answer to any request says when the token does not hold any more
     * @param fixed the token itself, in examples; null where it is fetched
     */
    record TokenRule(
            RequestTemplate call,
            ValuePath value,
            @Nullable ValuePath expiresIn,
            RequestFilter expired,
            @Nullable String fixed) {

        TokenRule fixed(String text) {
            return new TokenRule(call, value, expiresIn, expired, text);
        }
    }

    /** @param within how long the platform keeps a file */
    record MediaFetchRule(List<Step> calls, Duration within, AnswerMeanings answers) {}

    /** @param take where the answer says what the next request names {@code {taken}}; null for the file itself */
    record Step(RequestTemplate call, @Nullable ValuePath take) {

        /** Whether it asks a server that only keeps files: what that answers with a good status is the file. */
        boolean asksFileServer() {
            return take == null && !call.hosts().hosts().isEmpty();
        }
    }

    /**
     * Messages that are fetched.
     *
     * @param when a request is the notice that there are some
     * @param account in the notice, whose messages they are; null where a channel has one
     * @param noticeToken in the notice, a short-lived value that the request for them carries; null where there is none
     * @param items their list
     * @param cursor where the next page begins
     * @param more whether there is one
     */
    record PullRule(
            RequestFilter when,
            @Nullable ValuePath account,
            @Nullable ValuePath noticeToken,
            RequestTemplate call,
            String items,
            ValuePath cursor,
            RequestFilter more,
            AnswerMeanings answers) {}

    /** Nothing. */
    public static OutboundRules none() {
        return new OutboundRules(null, null, null, null);
    }

    /** Whether customers can be written to. */
    public boolean sends() {
        return send != null;
    }

    /** When, and how often, a customer may be written to after a message; empty where there is no limit. */
    public Optional<MessagingWindow> window() {
        return Optional.ofNullable(send == null ? null : send.window());
    }

    /**
     * What a request says of messages that the platform keeps.
     *
     * @param account empty where a channel has one
     * @param noticeToken empty where there is none
     */
    public record Notice(String account, String noticeToken) {}

    /** The notice that a request is; empty where it is none. */
    public Optional<Notice> notice(ObjectNode body) {
        PullRule rule = pull;
        if (rule == null || rule.when().unmet(name -> values(name, body)).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Notice(first(rule.account(), body), first(rule.noticeToken(), body)));
    }

    private static List<String> values(String name, ObjectNode body) {
        ValuePath path = ValuePath.parse(name);
        return path == null ? List.of() : path.values(body);
    }

    private static String first(@Nullable ValuePath path, ObjectNode body) {
        return path == null ? "" : path.values(body).stream().findFirst().orElse("");
    }

    /** Whether messages are pulled. */
    public boolean pulls() {
        return pull != null;
    }

    /** The names in messages after the window; empty where the platform takes none. */
    public Optional<Set<String>> templateSettings() {
        return Optional.ofNullable(send == null ? null : send.template()).map(RequestTemplate::names);
    }

    /** Whether files are fetched. */
    public boolean fetchesMedia() {
        return media != null;
    }

    /** How long the platform keeps a file; zero where files are not fetched. */
    public Duration keepsMedia() {
        return media == null ? Duration.ZERO : media.within();
    }

    /** The names that stand in requests of a kind and in that for their token. */
    public Set<String> namesToSend() {
        if (send == null) {
            return Set.of();
        }
        var names = new LinkedHashSet<>(withToken(send.call().names()));
        names.addAll(send.codes().values());
        return names;
    }

    /** Whether the answer to a message says by which id its receipts name it. */
    public boolean knowsMessages() {
        return send != null && send.messageId() != null;
    }

    /** The same where every token is this text, for examples. */
    public OutboundRules withFixedToken(String text) {
        return new OutboundRules(token == null ? null : token.fixed(text), send, media, pull);
    }

    private Set<String> withToken(Set<String> names) {
        var all = new LinkedHashSet<>(names);
        if (token != null && names.contains(TOKEN)) {
            all.addAll(token.call().names());
        }
        return all;
    }
}
