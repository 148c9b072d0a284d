package io.redress.channel.chat.platform.outbound;

import io.redress.channel.chat.platform.outbound.OutboundRules.MediaFetchRule;
import io.redress.channel.chat.platform.outbound.OutboundRules.Step;
import io.redress.delivery.TargetRefused;
import io.redress.delivery.TargetUnavailable;
import io.redress.delivery.dialogue.AccessToken;
import io.redress.delivery.dialogue.Dialogue;
import io.redress.delivery.dialogue.DialogueRequest;
import io.redress.delivery.dialogue.DialogueResponse;
import io.redress.intake.MediaReference;
import io.redress.reply.ReplyDelayed;
import io.redress.reply.ReplyRefused;
import io.redress.reply.SentMessage;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks a platform for one channel, with one state of its settings. */
public final class PlatformClient {

    private final OutboundRules rules;
    private final Map<String, String> settings;
    private final List<String> chosen;
    private final Clock clock;
    private final @Nullable AccessToken token;

    /** Of settings by name, without those that have no value; {@code chosen} are the values that the file does not give. */
    public PlatformClient(OutboundRules rules, Map<String, String> settings, Collection<String> chosen, Clock clock) {
        this.rules = rules;
        this.settings = Map.copyOf(settings);
        this.chosen = List.copyOf(chosen);
        this.clock = clock;
        this.token = rules.token() == null ? null : TokenRequests.of(rules.token(), this.settings, clock);
    }

    /**
     * The dialogue that sends a text; its result is a {@link SentMessage}. It throws {@link ReplyDelayed} when the platform may
     * take it later, and {@link ReplyRefused} when it never will.
     *
     * @throws ReplyRefused when it is not for one customer, says nothing, or the channel lacks a setting
     */
    public Dialogue send(OutboundMessage message) {
        SendRule send = rules.send();
        if (send == null) {
            throw new ReplyRefused("the platform's file does not say how messages are sent");
        }
        if (message.customer().isBlank()
                || (send.customers() != null
                        && !send.customers().matcher(message.customer()).matches())) {
            throw new ReplyRefused("the handle is not that of one customer of the platform");
        }
        if (message.text().isBlank()) {
            throw new ReplyRefused("the reply has no text");
        }
        RequestTemplate call = message.asTemplate() ? send.template() : send.call();
        if (call == null) {
            throw new ReplyRefused("the platform's file has no template for messages");
        }
        var values = new SendValues(send, settings, clock);
        int segments = values.segments(message.text());
        return guarded(() -> ask(call, values.of(message), response -> send.answered(response, segments)));
    }

    /** What an answer to a message means. */
    public Meaning meaning(DialogueResponse response) {
        SendRule send = rules.send();
        return send == null ? Meaning.NEVER : send.answers().of(response);
    }

    /** The platform's id of a message, in the answer to it; null where it gives none. */
    public @Nullable String messageId(DialogueResponse response) {
        SendRule send = rules.send();
        return send == null ? null : send.idIn(response);
    }

    /**
     * The dialogue that fetches a file; its result is the bytes. It throws {@link TargetUnavailable} when the platform may give
     * it later, and {@link TargetRefused} when it never will.
     */
    public Dialogue fetch(MediaReference reference) {
        MediaFetchRule media = rules.media();
        if (media == null) {
            throw new TargetRefused("the platform's file does not say how files are fetched");
        }
        if (reference.ref().matches("[.]{1,2}")) {
            throw new TargetRefused("its id leads to another path"); // RFC 3986, 3.3
        }
        Map<String, String> values = new HashMap<>(settings);
        values.putAll(reference.with());
        values.put("media", reference.ref());
        try {
            return fetch(media, 0, values);
        } catch (ValueTemplate.MissingValue e) {
            throw new TargetUnavailable("the channel's setting " + e.name() + " has no value", null);
        } catch (RequestTemplate.HostNotAllowed e) {
            throw new TargetRefused(String.valueOf(e.getMessage()));
        }
    }

    private Dialogue fetch(MediaFetchRule media, int at, Map<String, String> values) {
        Step step = media.calls().get(at);
        return ask(step.call(), values, answer -> {
            DialogueResponse response = step.asksFileServer() ? answer.asFile() : answer;
            String words = "the platform answered with " + media.answers().words(response);
            switch (media.answers().of(response)) {
                case NEVER -> throw new TargetRefused(words);
                case EXPIRED, LATER ->
                    throw new TargetUnavailable(words, media.answers().pause(response));
                default -> {}
            }
            if (step.take() == null) {
                return Dialogue.ended(response.body());
            }
            List<String> taken = step.take().values(response.content());
            if (taken.size() != 1) {
                throw new TargetRefused(words + ", and does not say where the file is");
            }
            Map<String, String> next = new HashMap<>(values);
            next.put("taken", taken.get(0));
            try {
                return fetch(media, at + 1, next);
            } catch (RequestTemplate.HostNotAllowed e) {
                throw new TargetRefused(String.valueOf(e.getMessage()));
            }
        });
    }

    /** As {@link PulledPage} has it. It throws as {@link #fetch} does. */
    public Dialogue pull(String account, String cursor, String noticeToken) {
        OutboundRules.PullRule pull = rules.pull();
        if (pull == null) {
            throw new TargetRefused("the platform's file does not say how messages are pulled");
        }
        Map<String, String> values = new HashMap<>(settings);
        values.put("account", account);
        values.put("cursor", cursor);
        values.put("notice-token", noticeToken);
        try {
            return ask(pull.call(), values, response -> {
                String words = "the platform answered with " + pull.answers().words(response);
                return switch (pull.answers().of(response)) {
                    case DONE -> Dialogue.ended(PulledPage.of(pull, response, cursor));
                    case NEVER -> throw new TargetRefused(words);
                    case EXPIRED, LATER ->
                        throw new TargetUnavailable(words, pull.answers().pause(response));
                };
            });
        } catch (ValueTemplate.MissingValue e) {
            throw new TargetUnavailable("the channel's setting " + e.name() + " has no value", null);
        }
    }

    private Dialogue ask(RequestTemplate call, Map<String, String> values, Function<DialogueResponse, Dialogue> then) {
        if (rules.token() == null || !call.names().contains(OutboundRules.TOKEN)) {
            return Dialogue.ask(call.fill(values, settings, chosen), then);
        }
        if (rules.token().fixed() != null) {
            Map<String, String> all = new HashMap<>(values);
            all.put(OutboundRules.TOKEN, rules.token().fixed());
            return Dialogue.ask(call.fill(all, settings, chosen), then);
        }
        if (token == null) {
            rules.token().call().fill(settings, settings, chosen); // names the setting that is missing
            throw new IllegalStateException("a token that nothing keeps from being fetched");
        }
        Function<String, DialogueRequest> withToken = held -> {
            Map<String, String> all = new HashMap<>(values);
            all.put(OutboundRules.TOKEN, held);
            return call.fill(all, settings, chosen);
        };
        Objects.requireNonNull(withToken.apply("x")); // what is missing is told before a token is fetched
        return token.ask(withToken, then);
    }

    private static Dialogue guarded(Supplier<Dialogue> dialogue) {
        try {
            return dialogue.get();
        } catch (ValueTemplate.MissingValue e) {
            throw new ReplyRefused("nothing is set up to send messages here: setting " + e.name() + " has no value");
        } catch (RequestTemplate.HostNotAllowed e) {
            throw new ReplyRefused(String.valueOf(e.getMessage()));
        }
    }
}
