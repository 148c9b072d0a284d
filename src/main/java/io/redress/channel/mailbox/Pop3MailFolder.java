package io.redress.channel.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.angus.mail.pop3.POP3Folder;

/** A mailbox by POP3, which has one folder, no marks, and gives a mail up only at the end of an orderly session. */
final class Pop3MailFolder implements MailFolder {

    private final POP3Folder folder;
    private final MailboxSettings settings;
    private final Map<String, Message> mails = new LinkedHashMap<>();

    Pop3MailFolder(POP3Folder folder, MailboxSettings settings) throws MessagingException {
        this.folder = folder;
        this.settings = settings;
        var names = new FetchProfile();
        names.add(UIDFolder.FetchProfileItem.UID);
        Message[] all = folder.getMessages();
        folder.fetch(all, names);
        for (Message mail : all) {
            String uid = folder.getUID(mail);
            if (uid == null) {
                throw new MessagingException("the server names no mails (UIDL); use imaps or imap for this mailbox");
            }
            mails.put(uid, mail);
        }
    }

    @Override
    public boolean isOpen() {
        return folder.isOpen();
    }

    @Override
    public long validity() {
        return 0;
    }

    @Override
    public long next() {
        return 0;
    }

    @Override
    public boolean keepsMarks() {
        return true;
    }

    @Override
    public List<String> waiting() {
        return List.copyOf(mails.keySet());
    }

    @Override
    public Set<String> present(Collection<String> uids) {
        Set<String> there = new HashSet<>(uids);
        there.retainAll(mails.keySet());
        return there;
    }

    @Override
    public void sizes(List<String> uids, Map<String, Long> stated) {
        // a body has a mark at its end: no size is needed to know that all of it came
    }

    @Override
    public void ask(Map<String, Long> stated, long most) {
        // each is asked for when it is fetched
    }

    @Override
    public Body fetch(String uid, long stated, long most) throws MessagingException {
        Message mail = mails.get(uid);
        if (mail == null) {
            throw new TruncatedMailException("the mailbox has no such mail");
        }
        var bytes = new Bounded(most);
        try {
            mail.writeTo(bytes);
        } catch (IOException e) {
            throw new MessagingException("the mail was not read to its end: " + e.getMessage(), e);
        }
        return bytes.full ? new Body(bytes.toByteArray(), true) : new Body(whole(bytes.toByteArray()), false);
    }

    private static byte[] whole(byte[] bytes) throws TruncatedMailException {
        if (bytes.length == 0) {
            throw new TruncatedMailException("the server gave no body");
        }
        return bytes;
    }

    @Override
    public void settle(Collection<String> uids, boolean keep) throws MessagingException {
        for (String uid : uids) {
            Message mail = mails.get(uid);
            if (mail != null && settings.delete() && !keep) {
                mail.setFlag(Flags.Flag.DELETED, true);
            }
        }
    }

    @Override
    public void close() throws MessagingException {
        if (folder.isOpen()) {
            folder.close(true);
        }
    }

    /** Drops what is beyond the limit: the server sends all of it anyway. */
    private static final class Bounded extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final long most;
        private boolean full;

        private Bounded(long most) {
            this.most = most;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            int room = (int) Math.min(length, most - bytes.size());
            bytes.write(source, offset, room);
            full |= room < length;
        }

        private byte[] toByteArray() {
            return bytes.toByteArray();
        }
    }
}
