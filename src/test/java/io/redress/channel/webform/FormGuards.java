package io.redress.channel.webform;

import io.redress.channel.webform.contact.ContactRules;
import io.redress.handoff.KeyedDigest;
import io.redress.web.Pages;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What guards a form in tests. */
final class FormGuards {

    static final KeyedDigest SIGNATURES = new KeyedDigest(new byte[32]);

    private FormGuards() {}

    static FormGuard usual(Pages pages) {
        return of(pages, Clock.systemUTC(), false, null, null);
    }

    static FormGuard of(
            Pages pages, Clock clock, boolean consent, @Nullable Captcha captcha, @Nullable CaptchaWidget widget) {
        var policy = new FormPolicy(
                "extra_remarks",
                Duration.ofSeconds(3),
                Duration.ofHours(24),
                consent,
                "privacy@example.com",
                new ContactRules(false));
        return new FormGuard(policy, SIGNATURES, clock, new ConsentText(pages, policy.contact()), captcha, widget);
    }
}
