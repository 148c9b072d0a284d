package io.redress.channel.mailbox;

import jakarta.mail.MessagingException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A folder each of whose questions to the server has a limit: a server may hang or drip in any answer. */
final class TimedMailFolder implements MailFolder {

    private final MailFolder folder;
    private final MailTimeLimit limit;
    private boolean unusable;

    TimedMailFolder(MailFolder folder, MailTimeLimit limit) {
        this.folder = folder;
        this.limit = limit;
    }

    private <T> T within(MailTimeLimit.Step<T> step) throws MessagingException {
        if (unusable) { // what is left of its answers may be anything, such as a mail's text that looks like answers
            throw new MessagingException("the connection was cut");
        }
        try {
            return limit.within(step);
        } catch (UnusableConnectionException e) {
            unusable = true;
            throw e;
        }
    }

    @Override
    public boolean isOpen() {
        try {
            return within(folder::isOpen);
        } catch (MessagingException e) {
            return false;
        }
    }

    @Override
    public long validity() {
        return folder.validity();
    }

    @Override
    public long next() throws MessagingException {
        return within(folder::next);
    }

    @Override
    public boolean keepsMarks() {
        return folder.keepsMarks();
    }

    @Override
    public List<String> waiting() throws MessagingException {
        return within(folder::waiting);
    }

    @Override
    public Set<String> present(Collection<String> uids) throws MessagingException {
        return within(() -> folder.present(uids));
    }

    @Override
    public void sizes(List<String> uids, Map<String, Long> stated) throws MessagingException {
        within(() -> {
            folder.sizes(uids, stated);
            return uids;
        });
    }

    @Override
    public void ask(Map<String, Long> stated, long most) throws MessagingException {
        within(() -> {
            folder.ask(stated, most);
            return stated;
        });
    }

    @Override
    public Body fetch(String uid, long stated, long most) throws MessagingException {
        return within(() -> folder.fetch(uid, stated, most));
    }

    @Override
    public void settle(Collection<String> uids, boolean keep) throws MessagingException {
        within(() -> {
            folder.settle(uids, keep);
            return uids;
        });
    }

    @Override
    public void close() throws MessagingException {
        within(() -> {
            folder.close();
            return folder;
        });
    }
}
