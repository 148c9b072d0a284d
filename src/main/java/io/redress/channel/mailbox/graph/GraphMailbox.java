package io.redress.channel.mailbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.redress.channel.mailbox.MailFolder;
import io.redress.channel.mailbox.MailFolders;
import io.redress.channel.mailbox.MailboxSettings;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A mailbox by Microsoft Graph: works where IMAP and POP are off, and with shared mailboxes. */
public final class GraphMailbox implements MailFolders {

    /** The protocol of such a channel. */
    public static final String PROTOCOL = "graph";

    /** The second is the default of a mailbox by IMAP. */
    private static final Set<Integer> USUAL_PORTS = Set.of(443, 993);

    private static final Set<String> WELL_KNOWN =
            Set.of("inbox", "junkemail", "archive", "deleteditems", "sentitems", "clutter");

    private final GraphClient graph;
    private final MailboxSettings settings;
    private final String user;
    private final Map<String, String> ids = new HashMap<>();

    /**
     * @param username the mailbox, whoever opens it
     * @param token asked for at each request
     * @param connecting what connecting may take
     */
    public GraphMailbox(
            MailboxSettings settings, String username, Supplier<String> token, Duration connecting, Clock clock) {
        this.settings = settings;
        this.user = "users/" + encoded(username);
        this.graph = new GraphClient(
                URI.create(server(settings) + "/v1.0/"), token, connecting, settings.mailTimeLimit(), clock);
    }

    /** As its own addresses begin. */
    private static String server(MailboxSettings settings) {
        String host = settings.host().contains("://") ? settings.host() : "https://" + settings.host();
        return USUAL_PORTS.contains(settings.port()) ? host : host + ":" + settings.port();
    }

    @Override
    public MailFolder open(String folder) throws MessagingException {
        String id = id(folder);
        if (id == null) {
            throw new FolderNotFoundException(null, folder + " not found");
        }
        String moveTo = settings.moveTo();
        return new GraphMailFolder(graph, user, id, moveTo == null ? null : made(moveTo), settings);
    }

    private String made(String folder) throws MessagingException {
        String there = id(folder);
        if (there != null) {
            return there;
        }
        String wanted =
                JsonNodeFactory.instance.objectNode().put("displayName", folder).toString();
        String id = graph.send("POST", user + "/mailFolders", wanted).path("id").asText();
        ids.put(folder, id);
        return id;
    }

    /** Null when there is no such folder. */
    private @Nullable String id(String folder) throws MessagingException {
        String known = ids.get(folder);
        if (known == null) {
            known = asked(folder);
            if (known != null) {
                ids.put(folder, known);
            }
        }
        return known;
    }

    private @Nullable String asked(String folder) throws MessagingException {
        String name = folder.toLowerCase(Locale.ROOT).replaceAll("[ -]", "");
        if (WELL_KNOWN.contains(name)) {
            return graph.get(user + "/mailFolders/" + name + "?$select=id")
                    .path("id")
                    .asText();
        }
        String filter = encoded("displayName eq '" + folder.replace("'", "''") + "'");
        JsonNode found = graph.get(user + "/mailFolders?$select=id&$filter=" + filter)
                .path("value")
                .path(0)
                .path("id");
        return found.isTextual() ? found.asText() : null;
    }

    @Override
    public void drop() {
        ids.clear();
    }

    @Override
    public boolean tellsNews() {
        return false;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
