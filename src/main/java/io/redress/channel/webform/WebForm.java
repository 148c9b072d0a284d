package io.redress.channel.webform;

import io.redress.channel.webform.FollowUpAccess.Followed;
import io.redress.channel.webform.IdempotencyKeys.Kept;
import io.redress.channel.webform.body.Form;
import io.redress.channel.webform.body.FormProblem;
import io.redress.channel.webform.body.FormReader;
import io.redress.channel.webform.body.ParsedForm;
import io.redress.channel.webform.body.UnreadableForm;
import io.redress.handoff.HandOff;
import io.redress.intake.RawMessage;
import io.redress.mapping.Mappings;
import io.redress.mapping.SourceCheck;
import io.redress.status.StatusLinks;
import io.redress.web.PageResponse;
import io.redress.web.Pages;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The web form channel: takes a post in or says what is wrong with it. A refused form was not accepted, so it is not an item;
 * its sender knows.
 */
public final class WebForm {

    /** RFC draft Idempotency-Key: a quoted string; many clients leave the quotes out. */
    private static final Pattern KEY = Pattern.compile("\"?([\\x21\\x23-\\x7E]{1,200})\"?");

    private static final FormProblem NOT_SHOWN = FormProblem.of(
            "captcha",
            "captcha",
            "the question that tells people from programs was not answered",
            "answer it, and send its token in one of " + Captcha.TOKENS);

    private static final int RETRY_SECONDS = 60;

    private final Mappings mappings;
    private final HandOff handOff;
    private final IdempotencyKeys idempotencyKeys;
    private final FormResponses answers;
    private final FormGuard guard;
    private final NetworkDigest sources;
    private final FollowUpAccess followUps;

    /** {@code doubleClick}: within how long the same form of the same sender, without a key, is sent by mistake. */
    public WebForm(
            Mappings mappings,
            HandOff handOff,
            ReservedNumbers numbers,
            Pages pages,
            StatusLinks links,
            FormGuard guard,
            NetworkDigest sources,
            FollowUpAccess followUps,
            Clock clock,
            Duration doubleClick) {
        this.mappings = mappings;
        this.handOff = handOff;
        this.idempotencyKeys = new IdempotencyKeys(numbers, handOff::number, clock, doubleClick);
        this.answers = new FormResponses(pages, links, guard);
        this.guard = guard;
        this.sources = sources;
        this.followUps = followUps;
    }

    /**
     * Reads a post.
     *
     * @return a {@link RawMessage} to hand off, or the {@link PageResponse} that refuses it
     */
    public Object receive(FormRequest request, InputStream body) {
        if (request.contentEncoding() != null && !"identity".equalsIgnoreCase(request.contentEncoding())) {
            return answers.refused(request, 415, "A Content-Encoding is not read here; send the body plain.", null);
        }
        if (addsToTicket(request) && followUps.of(request).isEmpty()) {
            return answers.refused(request, 404, "No ticket has this number and token.", null);
        }
        long limit = request.channel().rules().maxBytes();
        byte[] bytes;
        try {
            bytes = body.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limit + 1));
        } catch (IOException e) {
            return answers.refused(request, 400, "The body ended before its Content-Length, or came too slowly.", null);
        }
        if (bytes.length > limit) {
            return answers.refused(request, 413, "At most " + limit + " bytes are taken, files included.", null);
        }
        ParsedForm parsed =
                FormReader.read(request.contentType(), request.channel().charset(), bytes);
        if (parsed instanceof UnreadableForm unreadable) {
            return answers.problems(request, unreadable.status(), null, List.of(unreadable.problem()));
        }
        return receive(request, bytes, (Form) parsed);
    }

    /** After the hand-off: the number and where to follow it. */
    public PageResponse accepted(FormRequest request, RawMessage message) {
        String language = message.attribute(FormAttributes.LANGUAGE);
        String answered = language == null ? request.language(null) : language;
        return Optional.of(request)
                .filter(WebForm::addsToTicket)
                .flatMap(followUps::of)
                .map(followed -> answers.added(request, followed.link(), answered))
                .orElseGet(() -> answers.accepted(request, message.number(), answered));
    }

    private static boolean addsToTicket(FormRequest request) {
        return request.channel().checks().contains(FormCheck.STATUS_LINK);
    }

    public PageResponse tooMany(FormRequest request) {
        return answers.refused(request, 429, "This address sends too many forms; wait a minute.", RETRY_SECONDS);
    }

    /** The hub has too much to do. */
    public PageResponse full(FormRequest request) {
        return answers.refused(
                request,
                429,
                "Too many complaints wait here already; send it again in a minute, with the same idempotency key.",
                RETRY_SECONDS);
    }

    /** The hand-off failed: nothing was accepted, and the same form can be sent again. */
    public PageResponse unavailable(FormRequest request) {
        return answers.refused(
                request, 503, "It was not taken in; send it again, with the same idempotency key.", RETRY_SECONDS);
    }

    private Object receive(FormRequest request, byte[] bytes, Form form) {
        FormChannel channel = request.channel();
        SourceCheck check = mappings.get(channel.mapping())
                .check(form.fields(), !form.files().isEmpty());
        List<FormProblem> problems = new ArrayList<>();
        check.problems().forEach(problem -> problems.add(FormProblem.of(problem)));
        problems.addAll(channel.rules().problems(form.files()));
        String key = request.idempotencyKey() != null ? request.idempotencyKey() : form.first(FormAttributes.KEY_FIELD);
        var written = key == null || key.isBlank() ? null : KEY.matcher(key.strip());
        if (written != null && !written.matches()) {
            problems.add(FormProblem.of(
                    "Idempotency-Key", "malformed", "is not a key", "send 1 to 200 visible ASCII characters"));
        }
        problems.addAll(guard.problems(channel, form, key == null ? null : key.strip(), check));
        if (!problems.isEmpty()) {
            return answers.problems(request, 400, form, problems);
        }
        String given = written != null ? written.group(1) : check.sourceKey();
        Captcha.Outcome outcome = guard.ask(request, form);
        return switch (outcome) {
            case NOT_SHOWN -> answers.problems(request, 400, form, List.of(NOT_SHOWN));
            case AWAY -> unavailable(request);
            case PERSON, UNCHECKED -> promised(request, bytes, form, given, outcome);
        };
    }

    private Object promised(
            FormRequest request, byte[] bytes, Form form, @Nullable String key, Captcha.Outcome outcome) {
        FormChannel channel = request.channel();
        String ticket = addsToTicket(request)
                ? followUps.of(request).map(Followed::ticket).orElse("")
                : "";
        Kept kept = idempotencyKeys.keep(
                channel.name(),
                key == null ? null : ticket + key, // the same words for two tickets are two messages
                request.client() + ticket,
                FormDigest.of(form));
        if (kept.conflict()) {
            return answers.refused(
                    request, 422, "This idempotency key came with another form; use a new key for a new form.", null);
        }
        Map<String, String> attributes = new HashMap<>(guard.attributes(channel, form, outcome));
        attributes.put(FormAttributes.CONTENT_TYPE, request.plainContentType());
        attributes.put(FormAttributes.CHARSET, channel.charset());
        attributes.put(FormAttributes.MAPPING, channel.mapping());
        attributes.put(FormAttributes.LANGUAGE, request.language(form));
        if (!ticket.isEmpty()) {
            attributes.put(FormAttributes.FOLLOWS, ticket);
        }
        attributes.put(RawMessage.SOURCE, sources.of(request.client()));
        return handOff.promised(
                kept.number(), channel.name(), WebFormNormalizer.FORMAT, bytes, attributes, kept.sourceKey());
    }
}
