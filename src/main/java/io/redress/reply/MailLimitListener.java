package io.redress.reply;

/** Hears of mails that are not sent. */
@FunctionalInterface
public interface MailLimitListener {

    /** A limit kept a mail back. */
    void heldBack(MailLimits.Limit limit);
}
