package io.redress.reply;

/**
 * A mail ready to be sent.
 *
 * @param messageId the same whenever the same mail is sent again, so that a second delivery can be told from a second mail
 * @param recipient the one address that it goes to
 * @param bytes the whole mail (RFC 5322)
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
public record OutgoingMail(String messageId, String recipient, byte[] bytes) {}
