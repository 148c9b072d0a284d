package io.redress.channel.webform;

import io.redress.ticket.KeyedEnum;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a post must pass besides its fields, as a form's channel lists it; each has its settings in {@link FormPolicy}. */
enum FormCheck implements KeyedEnum {
    /** A field that people do not see is empty. */
    HONEYPOT,
    /** Where the post says when its page was shown, that was not just now. */
    FILLING_TIME,
    /** As {@link #FILLING_TIME}, and the post does say so: it comes from the hub's own page. */
    FROM_PAGE,
    /** The service of {@code redress.web-form.captcha} says that a person sent it, where one is set up. */
    CAPTCHA,
    /** The sender has agreed to the consent text, where {@code redress.web-form.consent-required} is set. */
    CONSENT,
    /** Its addresses and phone numbers are such as can be answered. */
    CONTACT,
    /** It came by a status page whose link counts, and adds to that ticket. */
    STATUS_LINK;

    /**
     * Reads a list with commas between.
     *
     * @throws IllegalArgumentException naming what is not a check
     */
    static Set<FormCheck> in(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(FormCheck::named)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FormCheck.class)));
    }

    private static FormCheck named(String name) {
        FormCheck check = KeyedEnum.of(FormCheck.class, name);
        if (check == null) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not a check of a form; write some of " + KeyedEnum.keys(FormCheck.class));
        }
        return check;
    }
}
