package io.redress.channel.mailbox.login;

import io.redress.channel.mailbox.MailboxFolderId;
import io.redress.channel.mailbox.MailboxSettings;
import java.time.Duration;
import java.util.Map;

/**
 * A login to a mailbox, or to a server to send by, as a route has it.
 *
 * @param name the channel; of a server to send by, the first part of its settings
 * @param protocol {@code imaps}, {@code imap}, {@code pop3s}, {@code pop3}, {@code smtps} or {@code smtp}
 * @param password empty where there is none
 * @param provider file of {@code config/oauth}; empty where a password counts
 * @param prefix of the provider's settings: {@code <prefix>.client-id}
 * @param timeLimit for connecting and for each answer
 */
public record MailAccount(
        String name,
        String protocol,
        String host,
        int port,
        boolean startTls,
        String username,
        String password,
        String provider,
        String prefix,
        String folder,
        Duration timeLimit) {

    public boolean takesToken() {
        return !provider.isEmpty();
    }

    boolean sends() {
        return protocol.startsWith("smtp");
    }

    /** As a poll has them, where this only logs in. */
    MailboxSettings settings() {
        return new MailboxSettings(
                new MailboxFolderId(name, username + " at " + host, folder),
                protocol,
                host,
                port,
                username,
                null,
                false,
                false,
                1,
                1 << 20,
                1,
                timeLimit.multipliedBy(2),
                Map.of(),
                false);
    }

    @Override
    public String toString() {
        return "MailAccount[" + name + "]"; // never a password in a log
    }
}
