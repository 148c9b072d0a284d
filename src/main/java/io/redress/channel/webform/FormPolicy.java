package io.redress.channel.webform;

import io.redress.channel.webform.contact.ContactRules;
import java.time.Duration;

/**
 * What the {@link FormCheck}s ask, from the settings {@code redress.web-form}.
 *
 * @param honeypot name of the field that people do not see
 * @param leastFillingTime between the page and its post; a person needs longer
 * @param pageLifetime how long a page may lie open before it is sent
 * @param consentRequired whether the form has a tick for the consent text, and is refused without it
 * @param contact whom the notice names for questions about personal data
 * @param contacts at which customers can be answered
 */
public record FormPolicy(
        String honeypot,
        Duration leastFillingTime,
        Duration pageLifetime,
        boolean consentRequired,
        String contact,
        ContactRules contacts) {}
