package io.redress.channel.mailbox;

import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;

/** A folder's name as a command carries it: modified UTF-7, or UTF-8 where the server takes it (RFC 6855). */
record EncodedFolderName(String folder) {

    Argument in(IMAPProtocol protocol) {
        var argument = new Argument();
        return protocol.supportsUtf8()
                ? argument.writeString(folder, StandardCharsets.UTF_8)
                : argument.writeString(BASE64MailboxEncoder.encode(folder));
    }
}
