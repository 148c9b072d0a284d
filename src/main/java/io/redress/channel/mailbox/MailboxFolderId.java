package io.redress.channel.mailbox;

/**
 * A folder that a channel polls.
 *
 * @param account the login and its server: {@code user at host}
 */
public record MailboxFolderId(String channel, String account, String folder) {}
