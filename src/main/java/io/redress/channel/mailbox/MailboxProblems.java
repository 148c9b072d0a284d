package io.redress.channel.mailbox;

import io.redress.channel.ChannelProblem;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in an operator's words what keeps a mailbox from being polled, and what can be done. */
public final class MailboxProblems {

    /** The aspect of all of them. */
    public static final String POLL = "poll";

    private static final int MOST = 200;
    /** A value that the file names as {@code {{mailbox.host}}} is not in it. */
    private static final String WHERE = "in the channel's file or, where that says {{…}}, in config/application.yaml";

    private static final Pattern TIMED_OUT = Pattern.compile("SocketTimeoutException|(?i)\\b(read|connect) timed out");

    private static final Pattern BROKEN = Pattern.compile(
            TIMED_OUT + "|(?i)^EOF\\b|connection (reset|dropped|closed|abort|broke)|the connection broke"
                    + "|broken pipe|socket (is )?closed|terminated the handshake|outbound has closed");

    /** RFC 2449, RFC 3206, RFC 5530, and the words of servers that give no code. */
    private static final Pattern FOR_NOW =
            Pattern.compile("(?i)\\[(UNAVAILABLE|IN-?USE|LIMIT|SERVERBUG|CONTACTADMIN|SYS/(TEMP|PERM)|LOGIN-DELAY)\\b"
                    + "|temporar(y|ily)|too many (simultaneous )?(connections|sessions)|maximum number of connections"
                    + "|mailbox (is )?(locked|in use)|try again later");

    private final MailboxSettings settings;
    private final String server;

    public MailboxProblems(MailboxSettings settings) {
        this.settings = settings;
        this.server = settings.host() + " port " + settings.port();
    }

    /** While the hub cannot look up what it has taken. */
    public static ChannelProblem noDatabase() {
        return new ChannelProblem(
                POLL,
                "The mails wait in the mailbox: the database does not answer",
                "Look at the database; the hub goes on by itself",
                null);
    }

    /** Whether a mail server refused a login, and did not just break off. */
    static boolean isRefusal(Throwable error) {
        String words = words(error);
        return has(causes(error), AuthenticationFailedException.class)
                && !BROKEN.matcher(words).find()
                && !FOR_NOW.matcher(words).find();
    }

    /** Whether the connection is good, and only the folder is not there. */
    public static boolean isOfFolder(Throwable error) {
        return has(causes(error), FolderNotFoundException.class)
                || words(error).toLowerCase(Locale.ROOT).contains("nonexistent");
    }

    public ChannelProblem of(Throwable error) {
        List<Throwable> causes = causes(error);
        String words = words(error);
        String all = words.toLowerCase(Locale.ROOT);
        if (has(causes, AuthenticationFailedException.class)) {
            if (BROKEN.matcher(words).find()) { // the library calls a connection that ends at the login a refusal, too
                return connection(causes, words);
            }
            if (FOR_NOW.matcher(words).find()) {
                return problem(
                        "The mail server does not let " + settings.place().account() + " in for now",
                        "Look at the mail server, and at other programs that use the mailbox; the hub goes on by itself",
                        words);
            }
            return problem(
                    "The mail server refuses the login of " + settings.place().account(),
                    "Correct username and password; many providers want an app password in place of the account's",
                    words);
        }
        if (has(causes, UnknownHostException.class)) {
            return problem(
                    "There is no host " + settings.host(), "Correct host " + WHERE + ", or the name server", words);
        }
        if (has(causes, CertificateException.class) || all.contains("certificate") || all.contains("pkix")) {
            return problem(
                    "The certificate of " + server + " is not accepted",
                    "Use the name in the certificate as host; let the server renew one that has expired; have"
                            + " Java trust an authority of your own (javax.net.ssl.trustStore)",
                    words);
        }
        if (has(causes, SSLException.class) || all.contains("starttls")) {
            return problem(
                    "No encrypted connection to " + server + " comes about",
                    "Let protocol, port and startTls fit together: imaps 993, or imap 143 with startTls; pop3s 995, or pop3"
                            + " 110 with startTls",
                    words);
        }
        if (isOfFolder(error)) {
            return new ChannelProblem(
                    settings.aspect(POLL),
                    "The mailbox has no folder " + settings.place().folder(),
                    "Create the folder, or correct " + (settings.several() ? "folders" : "folder") + " " + WHERE,
                    words);
        }
        if (all.contains("unsafe login")) {
            return problem(
                    "The mail server takes the hub for unsafe",
                    "Use protocol pop3s and port 995 with delete: true",
                    words);
        }
        return connection(causes, words);
    }

    private ChannelProblem connection(List<Throwable> causes, String words) {
        if (has(causes, ConnectException.class) || has(causes, NoRouteToHostException.class)) {
            return problem(
                    "Nothing answers at " + server,
                    "Correct host and port " + WHERE + ", or let the firewall pass it",
                    words);
        }
        if (has(causes, SocketTimeoutException.class)
                || TIMED_OUT.matcher(words).find()) {
            return problem(
                    server + " does not answer in time",
                    "Look at the mail server; a slow one needs a longer timeLimit " + WHERE,
                    words);
        }
        return problem("The mailbox cannot be polled", "Look at the mail server; the hub goes on by itself", words);
    }

    private static ChannelProblem problem(String problem, String remedy, String words) {
        return new ChannelProblem(POLL, problem, remedy, words);
    }

    private static boolean has(List<Throwable> causes, Class<? extends Throwable> type) {
        return causes.stream().anyMatch(type::isInstance);
    }

    private static List<Throwable> causes(Throwable error) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = error; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    /** What the server or the system said: short, on one line, without passwords. */
    public static String words(Throwable error) {
        List<Throwable> causes = causes(error);
        for (int i = causes.size() - 1; i >= 0; i--) {
            String said = causes.get(i).getMessage();
            if (said != null && !said.isBlank()) {
                Throwable cause = causes.get(i);
                boolean own = cause instanceof MessagingException
                        || cause.getClass().getName().startsWith("org.eclipse.angus");
                return cleaned(own ? said : cause.getClass().getSimpleName() + ": " + said);
            }
        }
        return error.getClass().getSimpleName();
    }

    /** What the hub noticed, such as a time limit, and what the server or the system said. */
    public static String all(MessagingException e) {
        String words = words(e);
        String noticed = cleaned(e.getMessage());
        return e.getMessage() == null || words.contains(noticed) ? words : noticed + " (" + words + ")";
    }

    /** Tags of the protocol, and what the library makes of a connection's end, mean nothing to a reader. */
    static String cleaned(@Nullable String said) {
        String text = String.valueOf(said)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ")
                .replaceFirst("^[A-Z]{1,3}\\d+ (NO|BAD) ", "")
                .replaceFirst("^\\* BYE Jakarta Mail Exception: (?:[\\w.]+\\.)?(.*)", "the connection broke ($1)")
                .strip();
        return text.length() > MOST ? text.substring(0, MOST) + "…" : text;
    }
}
