package io.redress.channel.mailbox;

import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.iap.ParsingException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

/**
 * Mails that are asked for before the answers to earlier ones are read (RFC 3501, 5.5), so that nobody waits for the way to
 * the server and back between two mails. Each has a command of its own: one that the server refuses is refused by its tag, and
 * costs no other. Answers stay on the wire until it is their mail's turn.
 */
final class PipelinedFetches {

    private static final long MOST_BYTES = 16L << 20;

    private final IMAPFolder folder;

    /** By UID, of each mail that was asked for and is not read yet. */
    private final Map<String, String> tags = new LinkedHashMap<>();

    /** By tag and by UID: a server may answer in another order. */
    private final Map<String, Response> ends = new HashMap<>();

    private final Map<String, Response> bodies = new HashMap<>();

    /** Of {@link #bodies}; together they are no more than what was asked for, unless the server stated wrong sizes. */
    private long bytes;

    private @Nullable IMAPProtocol asked;
    private @Nullable Response farewell;

    PipelinedFetches(IMAPFolder folder) {
        this.folder = folder;
    }

    boolean has(String uid) {
        return tags.containsKey(uid);
    }

    /** Whether answers are still to be read; any other command would get them. */
    boolean isUnderWay() {
        return !tags.isEmpty();
    }

    /**
     * Sends commands, and reads no answer.
     *
     * @param commands by the UID of the mail that each asks for
     */
    void send(Map<String, String> commands) throws MessagingException {
        if (!folder.isOpen()) {
            throw new FolderClosedException(folder, "the connection broke");
        }
        folder.doCommand(protocol -> {
            asked = protocol;
            for (Map.Entry<String, String> command : commands.entrySet()) {
                try {
                    tags.put(command.getKey(), protocol.writeCommand(command.getValue(), null));
                } catch (IOException e) {
                    broke(protocol, e);
                }
            }
            return commands;
        });
    }

    /**
     * Reads until the command of a mail has ended.
     *
     * @throws MessagingException when the server says no; when the connection breaks, and then nothing is under way any more
     */
    List<Response> answers(String uid) throws MessagingException {
        List<Response> answers = new ArrayList<>();
        folder.doCommand(protocol -> {
            if (!protocol.equals(asked)) {
                tags.clear();
                throw new ProtocolException("the connection broke");
            }
            String tag = String.valueOf(tags.get(uid));
            while (!ends.containsKey(tag)) {
                Response next = read(protocol);
                if (!isKept(next)) {
                    answers.add(next);
                }
                if (bytes > MOST_BYTES) {
                    broke(protocol, new IOException("the server gave far more than it had stated"));
                }
            }
            tags.remove(uid);
            Response body = bodies.remove(uid);
            if (body != null) {
                bytes -= size(body);
                answers.add(0, body);
            }
            protocol.handleResult(ends.remove(tag));
            return answers;
        });
        return answers;
    }

    /** Keeps an answer for its mail; false for one that belongs to no mail that is asked for. */
    private boolean isKept(Response next) {
        if (next.isTagged()) {
            ends.put(next.getTag(), next);
            return true;
        }
        if (next instanceof FetchResponse told && told.getItem(BODY.class) != null) {
            UID uid = told.getItem(UID.class);
            if (uid == null || !has(Long.toString(uid.uid))) {
                return false;
            }
            Response before = bodies.put(Long.toString(uid.uid), next);
            bytes += size(next) - (before == null ? 0 : size(before));
            return before == null;
        }
        return false;
    }

    private static long size(Response answer) {
        BODY body = answer instanceof FetchResponse told ? told.getItem(BODY.class) : null;
        return body == null || body.getByteArray() == null
                ? 0
                : body.getByteArray().getCount();
    }

    private Response read(IMAPProtocol protocol) throws ProtocolException {
        while (true) {
            try {
                Response next = protocol.readResponse();
                if (!next.isBYE()) {
                    protocol.notifyResponseHandlers(new Response[] {next});
                    return next;
                }
                farewell = next; // what it sent before is good
            } catch (IOException e) {
                broke(protocol, e);
            } catch (ParsingException e) {
                // a length that is wrong: what follows would be read as answers, and is the text of mails
                broke(protocol, new IOException("the server answered with what is no answer", e));
            }
        }
    }

    /** As Jakarta Mail does it: the folder learns that it is closed. */
    private void broke(IMAPProtocol protocol, IOException e) throws ProtocolException {
        tags.clear();
        Response end = farewell == null ? Response.byeResponse(e) : farewell;
        protocol.notifyResponseHandlers(new Response[] {end});
        protocol.handleResult(end);
    }

    /** Reads and drops what nobody wants any more. */
    void drop() throws MessagingException {
        for (String uid : List.copyOf(tags.keySet())) {
            try {
                answers(uid);
            } catch (MessagingException e) {
                if (!folder.isOpen()) { // any other is about the mail that is not wanted
                    throw e;
                }
            }
        }
    }
}
