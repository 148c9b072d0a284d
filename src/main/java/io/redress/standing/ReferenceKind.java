package io.redress.standing;

/** How an arrival points at a ticket, the most telling first. */
public enum ReferenceKind {
    /** It is another edition of the very item that opened the ticket, as the feed that lists both says. */
    SAME_ITEM,
    /** It came by the ticket's status page, whose link the channel has checked. */
    STATUS_LINK,
    /** It answers a mail of ours, whose Message-ID nobody else can know ({@link OwnMessageIds}). */
    OUR_MAIL,
    /** It answers a mail of the ticket's thread that the customer wrote, or is the one that another mail of it answered. */
    THEIR_MAIL,
    /** It names the ticket's number, in whatever place. */
    NUMBER
}
