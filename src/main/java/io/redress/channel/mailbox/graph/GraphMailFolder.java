package io.redress.channel.mailbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.redress.channel.mailbox.MailFolder;
import io.redress.channel.mailbox.MailboxSettings;
import io.redress.channel.mailbox.TruncatedMailException;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A folder by Microsoft Graph. Its mails go by ids that stay as they are, so it needs no numbering. */
final class GraphMailFolder implements MailFolder {

    /** More are taken by the next polls, as those that were taken are unread no more. */
    private static final int MOST_PAGES = 20;
    /** Where all stay unread, new ones stand on the last page. */
    private static final int MOST_PAGES_OF_ALL = 1000;

    private static final String UNREAD =
            "/messages?$filter=receivedDateTime%20ge%201900-01-01T00:00:00Z%20and%20isRead%20eq%20false"
                    + "&$orderby=receivedDateTime&$select=id&$top=500";

    private final GraphClient graph;
    private final String user;
    private final String id;
    private final @Nullable String moveTo;
    private final MailboxSettings settings;
    private boolean open = true;

    /**
     * @param user {@code users/<mailbox>}
     * @param id of the folder
     * @param moveTo id of the folder for mails that were taken; null when they stay
     */
    GraphMailFolder(GraphClient graph, String user, String id, @Nullable String moveTo, MailboxSettings settings) {
        this.graph = graph;
        this.user = user;
        this.id = id;
        this.moveTo = moveTo;
        this.settings = settings;
    }

    /** False after any trouble but a mail's own: the next request may have to wait. */
    @Override
    public boolean isOpen() {
        return open;
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
    public List<String> waiting() throws MessagingException {
        List<String> unread = new ArrayList<>();
        String page = user + "/mailFolders/" + id + UNREAD;
        boolean all = settings.leavesAsIs(false);
        for (int i = 0; i < (all ? MOST_PAGES_OF_ALL : MOST_PAGES) && !page.isEmpty(); i++) {
            JsonNode answer = graph.get(page);
            if (!answer.path("value").isArray()) {
                throw new MessagingException("the server's answer has no list of mails");
            }
            answer.path("value").forEach(mail -> unread.add(mail.path("id").asText()));
            page = answer.path("@odata.nextLink").asText("");
        }
        if (all && !page.isEmpty()) {
            throw new MessagingException(
                    "the folder has more unread mails than can be looked through: mark them as read");
        }
        return unread.stream().filter(mail -> !mail.isEmpty()).distinct().toList();
    }

    @Override
    public Set<String> present(Collection<String> uids) throws MessagingException {
        Set<String> there = new HashSet<>();
        for (String uid : uids) {
            try {
                JsonNode mail = graph.get(mail(uid) + "?$select=parentFolderId");
                if (mail.path("parentFolderId").asText().equals(id)) {
                    there.add(uid);
                }
            } catch (GraphClient.NotThere e) {
                continue;
            }
        }
        return there;
    }

    @Override
    public void sizes(List<String> uids, Map<String, Long> stated) {
        // an answer has an end: no size is needed to know that all of it came
    }

    @Override
    public void ask(Map<String, Long> stated, long most) {
        // each is asked for when it is fetched
    }

    @Override
    public Body fetch(String uid, long stated, long most) throws MessagingException {
        try {
            Body body = graph.raw(mail(uid) + "/$value", most);
            if (body.bytes().length == 0) {
                throw new TruncatedMailException("the server gave no body");
            }
            return body;
        } catch (GraphClient.NotThere e) {
            throw new TruncatedMailException("the mailbox has no such mail");
        } catch (TruncatedMailException e) {
            throw e;
        } catch (MessagingException e) {
            open = false;
            throw e;
        }
    }

    @Override
    public void settle(Collection<String> uids, boolean keep) throws MessagingException {
        for (String uid : uids) {
            try {
                settle(uid, keep);
            } catch (GraphClient.NotThere e) {
                continue; // somebody took it away
            }
        }
    }

    private void settle(String uid, boolean keep) throws MessagingException {
        if (settings.delete() && !keep) {
            graph.send("DELETE", mail(uid), null);
            return;
        }
        graph.send("PATCH", mail(uid), "{\"isRead\":true}");
        if (moveTo != null && !keep) {
            String destination = JsonNodeFactory.instance
                    .objectNode()
                    .put("destinationId", moveTo)
                    .toString();
            graph.send("POST", mail(uid) + "/move", destination);
        }
    }

    @Override
    public void close() {
        open = false;
    }

    private String mail(String uid) {
        return user + "/messages/" + GraphMailbox.encoded(uid);
    }
}
