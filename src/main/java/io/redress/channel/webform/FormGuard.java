package io.redress.channel.webform;

import io.redress.channel.webform.SignedPageStamps.Verdict;
import io.redress.channel.webform.body.Form;
import io.redress.channel.webform.body.FormProblem;
import io.redress.handoff.KeyedDigest;
import io.redress.intake.RawMessage;
import io.redress.mapping.SourceCheck;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tells a person at a form from a program that fills forms, and what a person agrees to. A form that is too fast, too
 * late or without consent is given back with all that was written; one whose hidden field is filled is kept as an item
 * that opens no ticket, and its sender is answered like everybody else.
 */
public final class FormGuard {

    private final FormPolicy policy;
    private final SignedPageStamps stamps;
    private final ConsentText consent;
    private final @Nullable Captcha captcha;
    private final @Nullable CaptchaWidget widget;

    /**
     * @param signatures signs the time at which a page was shown; the same on all nodes
     * @param captcha null where no service is asked
     * @param widget null where the page shows no question
     */
    public FormGuard(
            FormPolicy policy,
            KeyedDigest signatures,
            Clock clock,
            ConsentText consent,
            @Nullable Captcha captcha,
            @Nullable CaptchaWidget widget) {
        this.policy = policy;
        this.stamps = new SignedPageStamps(signatures, clock, policy.leastFillingTime(), policy.pageLifetime());
        this.consent = consent;
        this.captcha = captcha;
        this.widget = widget;
    }

    /**
     * What the sender can fix without the CAPTCHA service being asked.
     *
     * @param key the idempotency key as sent; null when there was none
     * @param fields what the form's mapping found
     */
    List<FormProblem> problems(FormChannel channel, Form form, @Nullable String key, SourceCheck fields) {
        var problems = new ArrayList<FormProblem>();
        Set<FormCheck> checks = channel.checks();
        String stamp = form.first(FormAttributes.STAMP_FIELD);
        boolean timed =
                checks.contains(FormCheck.FROM_PAGE) || (checks.contains(FormCheck.FILLING_TIME) && stamp != null);
        if (timed) {
            Verdict verdict = stamp == null ? Verdict.FORGED : stamps.verdict(stamp, channel.path(), key);
            switch (verdict) {
                case TOO_FAST ->
                    problems.add(FormProblem.of(
                            FormAttributes.STAMP_FIELD,
                            "too-fast",
                            "came sooner after its page than a person needs",
                            "send it again in some seconds"));
                case EXPIRED, FORGED ->
                    problems.add(FormProblem.of(
                            FormAttributes.STAMP_FIELD,
                            "page-expired",
                            "is not that of a page which was shown lately for this form",
                            "open the form's page, and send the form from there"));
                case GOOD -> {}
            }
        }
        if (checks.contains(FormCheck.CONTACT) && fields.problems().isEmpty()) {
            problems.addAll(policy.contacts().problems(fields));
        }
        if (asksConsent(channel) && consent.agreed(form.first(FormAttributes.CONSENT_FIELD)) == null) {
            problems.add(FormProblem.of(
                    FormAttributes.CONSENT_FIELD,
                    "consent",
                    "does not say that the sender agrees to the notice on personal data",
                    "show the notice and send yes"));
        }
        return problems;
    }

    /** What the CAPTCHA service says; a person where none is to be asked. */
    Captcha.Outcome ask(FormRequest request, Form form) {
        return captcha != null && request.channel().checks().contains(FormCheck.CAPTCHA)
                ? captcha.ask(form, request.client())
                : Captcha.Outcome.PERSON;
    }

    /** What is kept with the item. */
    Map<String, String> attributes(FormChannel channel, Form form, Captcha.Outcome outcome) {
        Map<String, String> attributes = new LinkedHashMap<>();
        String agreed = consent.agreed(form.first(FormAttributes.CONSENT_FIELD));
        if (agreed != null && channel.checks().contains(FormCheck.CONSENT)) {
            attributes.put(RawMessage.CONSENT, agreed);
        }
        if (outcome == Captcha.Outcome.UNCHECKED) {
            attributes.put(RawMessage.UNCHECKED, "the CAPTCHA service did not answer");
        }
        String hidden = form.first(policy.honeypot());
        if (channel.checks().contains(FormCheck.HONEYPOT) && hidden != null && !hidden.isBlank()) {
            attributes.put(
                    RawMessage.SUSPECTED,
                    "field " + policy.honeypot()
                            + " is filled, which people do not see on the page; replay the item if a person wrote it");
        }
        return attributes;
    }

    /** A stamp for a page that is shown for a form: the one that it has while that is good or will be, else a new one. */
    String stamp(String path, String key, @Nullable String former) {
        Verdict verdict = former == null ? Verdict.FORGED : stamps.verdict(former, path, key);
        return former != null && (verdict == Verdict.GOOD || verdict == Verdict.TOO_FAST)
                ? former
                : stamps.now(path, key);
    }

    /** What the page's template shows besides what its sender wrote. */
    Map<String, Object> model(String language) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("honeypot", policy.honeypot());
        model.put("contact", policy.contact());
        if (policy.consentRequired()) {
            model.put("consent", consent.version(language));
        }
        if (widget != null) {
            model.put("captcha", Map.of("siteKey", widget.siteKey(), "script", widget.script()));
        }
        return model;
    }

    /** From where the page may load script and frame; empty: from nowhere. */
    List<String> origins() {
        return widget == null ? List.of() : widget.origins();
    }

    private boolean asksConsent(FormChannel channel) {
        return policy.consentRequired() && channel.checks().contains(FormCheck.CONSENT);
    }
}
