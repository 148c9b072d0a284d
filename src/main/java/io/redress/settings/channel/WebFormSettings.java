package io.redress.settings.channel;

import io.redress.channel.webform.CaptchaWidget;
import io.redress.channel.webform.FormPolicy;
import io.redress.channel.webform.contact.ContactRules;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The web form, prefix {@code redress.web-form}; what the {@code checks} of its channel ask is a {@link FormPolicy}.
 *
 * @param honeypot name of the field that the page hides from people; one that no mapping names
 * @param leastFillingTime between our page and its post; {@code 0s}: none
 * @param pageLifetime how long our page may lie open
 * @param consentRequired whether the form has a tick for the consent text and is refused without it
 * @param privacyContact whom the form's notice names; the address of {@code redress.mail} when null
 * @param perMinute posts a minute from one address, of the shipped form
 * @param acceptReservedDomains whether mail addresses of domains for examples and tests are taken
 * @param stores which a link to a form may name; any when empty
 * @param doubleClick for how long the same form from the same address is taken for a repeat
 */
@Validated
@ConfigurationProperties("redress.web-form")
public record WebFormSettings(
        @DefaultValue("extra_remarks") String honeypot,
        @DefaultValue("3s") Duration leastFillingTime,
        @DefaultValue("24h") Duration pageLifetime,
        @DefaultValue("false") boolean consentRequired,
        @Nullable String privacyContact,
        @DefaultValue("600") int perMinute,
        @DefaultValue("10m") Duration doubleClick,
        @DefaultValue Set<String> stores,
        @DefaultValue("false") boolean acceptReservedDomains,
        @Valid @DefaultValue Captcha captcha) {

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
     * @param whenAway what a form does while it does not answer
     */
    public record Captcha(
            @Nullable URI verify,
            @DefaultValue("") String secret,
            @DefaultValue("") String siteKey,
            @Nullable URI script,
            @DefaultValue List<String> origins,
            @DefaultValue("3s") Duration timeout,
            @DefaultValue("accept") WhenAway whenAway) {

        @Nullable
        public CaptchaWidget widget() {
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
                privacyContact == null || privacyContact.isBlank() ? mailAddress : privacyContact,
                new ContactRules(acceptReservedDomains));
    }
}
