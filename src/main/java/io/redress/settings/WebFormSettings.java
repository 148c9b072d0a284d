package io.redress.settings;

import io.redress.channel.webform.CaptchaWidget;
import io.redress.channel.webform.FormPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the {@code checks} of a form's channel ask, prefix {@code redress.web-form}; see {@link FormPolicy}.
 *
 * @param privacyContact whom the form's notice names; the address of {@code redress.mail} when null
 */
@ConfigurationProperties("redress.web-form")
public record WebFormSettings(
        @DefaultValue("extra_remarks") String honeypot,
        @DefaultValue("3s") Duration leastFillingTime,
        @DefaultValue("24h") Duration pageLifetime,
        @DefaultValue("false") boolean consentRequired,
        @Nullable String privacyContact,
        @DefaultValue Captcha captcha) {

    /** What a form does while the CAPTCHA service does not answer. */
    public enum WhenAway {
        ACCEPT,
        REFUSE
    }

    /**
     * A service that tells people from programs; none is asked without both {@code verify} and {@code secret}.
     *
     * @param verify where it is asked, by POST
     * @param secret of the shop's account
     * @param siteKey with which the page shows its question
     * @param script of that question; null: the page shows none
     * @param origins what the page may load besides, where the script needs more than its own site
     * @param timeout of one question to it
     */
    public record Captcha(
            @Nullable URI verify,
            @DefaultValue("") String secret,
            @DefaultValue("") String siteKey,
            @Nullable URI script,
            @DefaultValue List<String> origins,
            @DefaultValue("3s") Duration timeout,
            @DefaultValue("accept") WhenAway whenAway) {

        public @Nullable CaptchaWidget widget() {
            if (script == null) {
                return null;
            }
            String own = script.getScheme() + "://" + script.getAuthority();
            return new CaptchaWidget(siteKey, script.toString(), origins.isEmpty() ? List.of(own) : origins);
        }
    }

    public FormPolicy policy(String mailAddress) {
        return new FormPolicy(
                honeypot,
                leastFillingTime,
                pageLifetime,
                consentRequired,
                privacyContact == null || privacyContact.isBlank() ? mailAddress : privacyContact);
    }
}
