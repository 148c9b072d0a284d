package io.redress.channel.email;

import io.redress.channel.email.mime.MessageIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By which names the mails of a thread find each other's ticket, whichever is read first. An answer that overtakes the
 * mail it answers keeps a place for it: a name that is made of the Message-ID, the sender's address and where the sender
 * wants our answers. The mail looks for that name of its own. Only the same sender's, because many people may answer one
 * mail, a newsletter for example; and whoever forges an answer must not have ours to the mail sent elsewhere.
 */
record MailThread(Email mail) {

    /** What a kept place begins with; no Message-ID and no ticket number does. */
    static final String PLACE = "answered:";

    /** What the name of a mail begins with that it has in every mailbox, also where a list added a line to its text. */
    static final String COPY = "copy:";

    /** What may name an earlier ticket, the most telling first. */
    List<String> references() {
        List<String> references = new ArrayList<>();
        copy().ifPresent(references::add);
        references.addAll(mail.references());
        String own = mail.messageId();
        if (own != null && mail.from().isKnown()) {
            references.add(place(own));
        }
        return references;
    }

    /** By which others may find this mail's ticket. */
    List<String> aliases() {
        List<String> aliases = new ArrayList<>();
        String own = mail.messageId();
        if (own != null) {
            aliases.add(own);
        }
        copy().ifPresent(aliases::add);
        if (mail.from().isKnown()) {
            MessageIds.answered(mail.headers()).stream()
                    .filter(id -> !id.equals(own))
                    .map(this::place)
                    .distinct()
                    .forEach(aliases::add);
        }
        return aliases;
    }

    /** By time and sender beside the Message-ID, which broken mailers use again. */
    private Optional<String> copy() {
        String own = mail.messageId();
        String date = mail.headers().raw("date");
        return own == null || date.isEmpty() || !mail.from().isKnown()
                ? Optional.empty()
                : Optional.of(COPY + MailFingerprint.of(correspondents(), own, date));
    }

    private String correspondents() {
        return mail.from().address() + ' ' + AutoReplyPolicy.recipient(mail).address();
    }

    private String place(String messageId) {
        return PLACE
                + MailFingerprint.of(
                        mail.from().address(), AutoReplyPolicy.recipient(mail).address(), messageId);
    }
}
