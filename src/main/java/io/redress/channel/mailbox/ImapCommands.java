package io.redress.channel.mailbox;

import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/** Commands of IMAP itself over the connection that has a folder open. */
record ImapCommands(IMAPFolder folder) {

    /**
     * Sends a command and waits for its end.
     *
     * @throws MessagingException with the server's words when it says no
     */
    Response[] answers(String command) throws MessagingException {
        return answers(command, null);
    }

    /** As above, of a command that ends with the name of another folder. */
    Response[] answers(String command, @Nullable MailboxNameArgument name) throws MessagingException {
        if (!folder.isOpen()) { // Jakarta Mail would then ask by a connection that has no folder selected
            throw new FolderClosedException(folder, "the connection broke");
        }
        return (Response[]) folder.doCommand(protocol -> answers(protocol, command, name));
    }

    private static Response[] answers(IMAPProtocol protocol, String command, @Nullable MailboxNameArgument name)
            throws ProtocolException {
        Response[] answers = protocol.command(command, name == null ? null : name.in(protocol));
        protocol.notifyResponseHandlers(answers);
        protocol.handleResult(answers[answers.length - 1]);
        return answers;
    }

    /** The UIDs of the mails that fit, the lowest first. */
    List<String> search(String criteria) throws MessagingException {
        List<Long> found = new ArrayList<>();
        for (Response response : answers("UID SEARCH " + criteria)) {
            if (response instanceof IMAPResponse imap && imap.keyEquals("SEARCH")) {
                for (long uid = imap.readLong(); uid > 0; uid = imap.readLong()) {
                    found.add(uid);
                }
            }
        }
        return found.stream().sorted().map(String::valueOf).toList();
    }
}
