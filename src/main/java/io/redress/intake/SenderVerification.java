package io.redress.intake;

import java.util.Locale;

/** What a channel proved about who sent an arrival. It says nothing of what the sender may do: see {@code docs/standing.md}. */
public enum SenderVerification {
    /**
     * The sender is who it says: a mail whose own server found that its From domain sent it, or the identity that a signed
     * platform names.
     */
    PROVED,
    /** Nothing was proved either way: anybody can write anybody's address into a form, a call row or a mail. */
    UNPROVED,
    /** The mailbox's own server found that the mail does not come from the domain that it names. */
    FAILED;

    /** As the database writes it: {@code proved}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The proof that the database calls so. */
    public static SenderVerification of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
