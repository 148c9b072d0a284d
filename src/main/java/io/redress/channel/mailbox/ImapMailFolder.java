package io.redress.channel.mailbox;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * A folder by IMAP. It speaks the protocol's own commands, which know a mail by its UID: Jakarta Mail's messages go by their
 * place in the folder, and ask for an envelope that some servers cannot give for a broken address.
 */
final class ImapMailFolder implements MailFolder {

    private static final int AT_ONCE = 200;

    private final IMAPFolder folder;
    private final PipelinedFetches fetches;
    private final ImapCommands commands;
    private final MailboxSettings settings;
    private final long validity;
    private final boolean keepsMarks;
    private boolean removed;

    /** @param folder that is open: a closed one asks the server for what this one notes here */
    ImapMailFolder(IMAPFolder folder, MailboxSettings settings) throws MessagingException {
        this.folder = folder;
        this.validity = folder.getUIDValidity();
        this.keepsMarks = keepsMarks(folder, settings);
        this.fetches = new PipelinedFetches(folder);
        this.commands = new ImapCommands(folder, fetches);
        this.settings = settings;
    }

    @Override
    public boolean isOpen() {
        return fetches.isUnderWay() || folder.isOpen();
    }

    @Override
    public long validity() {
        return validity;
    }

    @Override
    public long next() throws MessagingException {
        return Math.max(0, folder.getUIDNext());
    }

    @Override
    public boolean keepsMarks() {
        return keepsMarks;
    }

    private static boolean keepsMarks(IMAPFolder folder, MailboxSettings settings) {
        Flags permanent = folder.getPermanentFlags();
        return folder.getMode() == Folder.READ_WRITE
                && (permanent == null || permanent.contains(settings.delete() ? Flags.Flag.DELETED : Flags.Flag.SEEN));
    }

    @Override
    public List<String> waiting() throws MessagingException {
        return commands.search("UNSEEN UNDELETED");
    }

    @Override
    public Set<String> present(Collection<String> uids) throws MessagingException {
        Set<String> there = new HashSet<>();
        for (String some : UidBatches.groups(uids, AT_ONCE)) {
            there.addAll(commands.search("UID " + some));
        }
        return there;
    }

    @Override
    public void sizes(List<String> uids, Map<String, Long> stated) throws MessagingException {
        for (String some : UidBatches.groups(uids, AT_ONCE)) {
            for (Response response : commands.answers("UID FETCH " + some + " (UID RFC822.SIZE)")) {
                if (response instanceof FetchResponse about) {
                    UID uid = about.getItem(UID.class);
                    RFC822SIZE size = about.getItem(RFC822SIZE.class);
                    if (uid != null && size != null) {
                        stated.put(Long.toString(uid.uid), size.size);
                    }
                }
            }
        }
    }

    @Override
    public void ask(Map<String, Long> stated, long most) throws MessagingException {
        Map<String, String> all = new LinkedHashMap<>();
        stated.forEach((uid, size) -> all.put(uid, command(uid, size, most)));
        fetches.send(all);
    }

    private static String command(String uid, long stated, long most) {
        return "UID FETCH " + uid + " (UID BODY.PEEK[]" + (stated > most ? "<0." + most + ">" : "") + ")";
    }

    @Override
    public Body fetch(String uid, long stated, long most) throws MessagingException {
        List<Response> answers =
                fetches.has(uid) ? fetches.answers(uid) : List.of(commands.answers(command(uid, stated, most)));
        for (Response response : answers) {
            if (response instanceof FetchResponse answer && answer.getItem(BODY.class) != null) {
                BODY body = requireOf(uid, answer);
                ByteArray bytes = body.getByteArray();
                if (bytes == null) {
                    throw new TruncatedMailException("the server gave no body");
                }
                byte[] all = bytes.getNewBytes();
                return all.length >= most && (stated > most || all.length > most)
                        ? new Body(all.length > most ? Arrays.copyOf(all, (int) most) : all, true)
                        : new Body(MailCompleteness.require(all, stated), false);
            }
        }
        throw new TruncatedMailException("the server gave no body, and did not say why");
    }

    /** A server that gives out another mail in its place would have this one marked as taken. */
    private static BODY requireOf(String uid, FetchResponse answer) throws TruncatedMailException {
        UID given = answer.getItem(UID.class);
        if (given == null || !Long.toString(given.uid).equals(uid)) {
            throw new TruncatedMailException(
                    "the server gave " + (given == null ? "a body without UID" : "the body of UID " + given.uid));
        }
        return answer.getItem(BODY.class);
    }

    @Override
    public void settle(Collection<String> uids, boolean keep) throws MessagingException {
        boolean delete = settings.delete() && !keep;
        if (!delete && settings.mark()) {
            flag(uids, "\\Seen");
        }
        if (settings.moveTo() != null) {
            for (String some : UidBatches.groups(uids, AT_ONCE)) {
                copy(some, settings.moveTo());
            }
        }
        if (delete || settings.moveTo() != null) {
            flag(uids, "\\Deleted");
            removed = true;
        }
    }

    /** The server tells each mail that it flagged; one that it passed over is asked for by itself. */
    private void flag(Collection<String> uids, String flag) throws MessagingException {
        for (String some : UidBatches.groups(uids, AT_ONCE)) {
            List<String> of = UidBatches.of(some);
            long told = Arrays.stream(commands.answers("UID STORE " + some + " +FLAGS (" + flag + ")"))
                    .filter(FetchResponse.class::isInstance)
                    .count();
            if (told > 0 && told < of.size()) {
                for (String one : of) {
                    commands.answers("UID STORE " + one + " +FLAGS (" + flag + ")");
                }
            }
        }
    }

    private void copy(String uids, String target) throws MessagingException {
        try {
            commands.answers("UID COPY " + uids, new EncodedFolderName(target));
        } catch (MessagingException e) {
            if (!isOpen() || !String.valueOf(e.getMessage()).contains("TRYCREATE")) {
                throw e;
            }
            commands.answers("CREATE", new EncodedFolderName(target));
            commands.answers("UID COPY " + uids, new EncodedFolderName(target));
        }
    }

    @Override
    public void close() throws MessagingException {
        fetches.drop();
        if (folder.isOpen()) {
            folder.close(removed);
        }
    }
}
