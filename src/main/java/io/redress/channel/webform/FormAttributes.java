package io.redress.channel.webform;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the channel keeps with a form's original, and the fields of a form that are for the hub. */
final class FormAttributes {

    /** The Content-Type header as sent; the original cannot be read without it. */
    static final String CONTENT_TYPE = "content-type";
    /** Of posts that declare none. */
    static final String CHARSET = "charset";
    /** Name of the file in {@code config/mappings/}. */
    static final String MAPPING = "mapping";

    /** The language in which the sender was answered. */
    static final String LANGUAGE = "language";

    /** The ticket by whose status page the form came; the channel has checked the link. */
    static final String FOLLOWS = "follows";

    /** The page's language, one of {@link io.redress.web.Languages#ALL}. */
    static final String LANGUAGE_FIELD = "lang";
    /** The Idempotency-Key of a form that cannot set headers. */
    static final String KEY_FIELD = "idempotency_key";
    /** When the form's page was shown, signed. */
    static final String STAMP_FIELD = "page_stamp";
    /** That the sender agrees to the notice: the version of the text that was shown, or yes. */
    static final String CONSENT_FIELD = "consent";

    /** Of each post anew, and no part of what its sender says. */
    static final Set<String> OF_THE_POST =
            Stream.concat(Captcha.TOKENS.stream(), Stream.of(STAMP_FIELD)).collect(Collectors.toUnmodifiableSet());

    private FormAttributes() {}
}
