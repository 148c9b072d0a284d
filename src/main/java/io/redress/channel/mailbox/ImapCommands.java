package io.redress.channel.mailbox;

import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/**
 * Commands of IMAP itself over the connection that has a folder open.
 *
 * @param fetches what is under way over this connection, and is dropped before anything else is asked
 */
record ImapCommands(IMAPFolder folder, PipelinedFetches fetches) {

    private static final Pattern BLANKS = Pattern.compile(" +");
    private static final Pattern NUMBERS = Pattern.compile("(?:[0-9]{1,10}(?: +|$))*+");

    /**
     * Sends a command and waits for its end.
     *
     * @throws MessagingException with the server's words when it says no
     */
    Response[] answers(String command) throws MessagingException {
        return answers(command, null);
    }

    /** As above, of a command that ends with the name of another folder. */
    Response[] answers(String command, @Nullable EncodedFolderName name) throws MessagingException {
        fetches.drop();
        if (!folder.isOpen()) { // Jakarta Mail would then ask by a connection that has no folder selected
            throw new FolderClosedException(folder, "the connection broke");
        }
        return (Response[]) folder.doCommand(protocol -> answers(protocol, command, name));
    }

    private static Response[] answers(IMAPProtocol protocol, String command, @Nullable EncodedFolderName name)
            throws ProtocolException {
        Response[] answers = protocol.command(command, name == null ? null : name.in(protocol));
        protocol.notifyResponseHandlers(answers);
        protocol.handleResult(answers[answers.length - 1]);
        return answers;
    }

    /**
     * The UIDs of the mails that fit, each once, the lowest first.
     *
     * @throws MessagingException when the server answers with something else: to read half of it would pass mails over in silence
     */
    List<String> search(String criteria) throws MessagingException {
        List<Long> found = new ArrayList<>();
        for (Response response : answers("UID SEARCH " + criteria)) {
            if (response instanceof IMAPResponse imap && imap.keyEquals("SEARCH")) {
                String uids = imap.getRest().strip();
                String unread = NUMBERS.matcher(uids).replaceFirst("");
                if (!unread.isEmpty() && unread.charAt(0) != '(') { // which tells a MODSEQ (RFC 7162)
                    throw new MessagingException(
                            "the server answers a search with what is no UID: " + StringUtils.truncate(unread, 20));
                }
                uids.substring(0, uids.length() - unread.length())
                        .transform(BLANKS::splitAsStream)
                        .filter(uid -> !uid.isEmpty() && !uid.equals("0"))
                        .forEach(uid -> found.add(Long.valueOf(uid)));
            }
        }
        return found.stream().distinct().sorted().map(String::valueOf).toList();
    }
}
