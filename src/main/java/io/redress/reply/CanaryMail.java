package io.redress.reply;

import java.time.Instant;
import java.util.Optional;

/** The mail that a canary of a mailbox is, from the hub to itself: marked like all its mails, so that nobody ever answers it. */
public final class CanaryMail {

    private final ReplySender sender;

    public CanaryMail(ReplySender sender) {
        this.sender = sender;
    }

    /**
     * A mail to a mailbox.
     *
     * @param mark by which the canary is recognised; letters, digits and hyphens
     * @return empty when the address is none
     */
    public Optional<OutgoingMail> to(String address, String mark, Instant now) {
        String text = "This mail tells Redress that its mailbox works. " + mark;
        var words = new MailTemplates.Words("Canary of Redress", text, "<p>" + text + "</p>");
        return new AutomaticMail(sender, words, "<" + mark + "@" + sender.domain() + ">", null).to(address, null, now);
    }
}
