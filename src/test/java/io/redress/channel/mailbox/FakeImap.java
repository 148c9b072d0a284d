package io.redress.channel.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** An IMAP server on loopback that does what its {@link MailServerFault}s say, and notes what it is told. */
public final class FakeImap implements AutoCloseable {

    public final Map<Long, byte[]> mails = new ConcurrentSkipListMap<>();
    public final Set<Long> seen = new ConcurrentSkipListSet<>();
    public final Set<Long> deleted = new ConcurrentSkipListSet<>();
    public final List<String> copied = new CopyOnWriteArrayList<>();
    public final List<String> commands = new CopyOnWriteArrayList<>();
    public final List<String> logins = new CopyOnWriteArrayList<>();
    public final Set<MailServerFault> faults = EnumSet.noneOf(MailServerFault.class);
    public volatile long victim = 1;
    public volatile long validity = 7;
    public volatile long next = 1;
    public volatile int connections;
    /** How many commands came while an answer to the one before was not given yet. */
    public volatile int ahead;
    /** Milliseconds for which the first body is held back, so that who asks ahead is seen to, however busy the machine. */
    public volatile int patience;

    /** The connections that wait for news. */
    public final Set<Socket> idling = ConcurrentHashMap.newKeySet();

    private final ServerSocket server;
    final List<Socket> open = new CopyOnWriteArrayList<>();
    private boolean hung;

    public FakeImap(MailServerFault... faults) throws IOException {
        this(InetAddress.getByName("127.0.0.1"), faults);
    }

    public FakeImap(InetAddress address, MailServerFault... faults) throws IOException {
        this.faults.addAll(Arrays.asList(faults));
        this.server = new ServerSocket(0, 50, address);
        var listener = new Thread(this::listen, "fake-imap");
        listener.setDaemon(true);
        listener.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Delivers a plain mail that has this word in its subject and text. */
    public long deliver(String word) {
        return deliver(("From: Wang Fang <wang@example.com>\r\nTo: c@redress.test\r\nSubject: Order " + word
                        + "\r\nMessage-ID: <" + word + "@example.com>\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\n\r\nThe fridge " + word
                        + " does not cool any more, please repair it.\r\n")
                .getBytes(UTF_8));
    }

    public long deliver(byte[] mail) {
        long uid = next++;
        mails.put(uid, mail);
        return uid;
    }

    /** Tells everybody who waits for news how many mails there are. */
    public void tellNews() throws IOException {
        for (Socket socket : idling) {
            socket.getOutputStream().write(("* " + mails.size() + " EXISTS\r\n").getBytes(ISO_8859_1));
        }
    }

    /** How many commands begin like this, after their tag. */
    public long count(String command) {
        return commands.stream().filter(line -> line.startsWith(command)).count();
    }

    private void listen() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                open.add(socket);
                int number = ++connections;
                var session = new Thread(() -> serve(socket, number), "fake-imap-session");
                session.setDaemon(true);
                session.start();
            }
        } catch (IOException e) {
            return; // closed
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            new Session(socket, number).run();
        } catch (IOException | InterruptedException e) {
            return; // the client has gone, or the test is over
        }
    }

    /** Ends all connections, as a crash does. */
    public void cut() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }

    private boolean has(MailServerFault fault) {
        return faults.contains(fault);
    }

    private boolean has(MailServerFault fault, long uid) {
        return uid == victim && has(fault);
    }

    /** One connection. */
    private final class Session {

        private final Socket socket;
        private final BufferedReader in;
        private final OutputStream out;
        private final int number;
        private boolean introduced;

        Session(Socket socket, int number) throws IOException {
            this.socket = socket;
            this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            this.out = socket.getOutputStream();
            this.number = number;
        }

        void run() throws IOException, InterruptedException {
            if (has(MailServerFault.SILENT_GREETING) && number <= 2) {
                hang();
            }
            if (has(MailServerFault.FLAGS_FORGOTTEN)) {
                seen.clear();
            }
            if (has(MailServerFault.RENUMBERS)) {
                validity++;
            }
            write("* OK [CAPABILITY " + capabilities() + "] ready\r\n");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.indexOf(' ') < 0) {
                    return; // not IMAP
                }
                if (!next(line)) {
                    return;
                }
            }
        }

        private String capabilities() {
            return "IMAP4rev1 UIDPLUS ID"
                    + (has(MailServerFault.IDLES) || has(MailServerFault.IDLE_HANGS) || has(MailServerFault.IDLE_ENDS)
                            ? " IDLE"
                            : "");
        }

        private boolean next(String line) throws IOException, InterruptedException {
            String tag = line.substring(0, line.indexOf(' '));
            String command = line.substring(line.indexOf(' ') + 1);
            commands.add(command.startsWith("LOGIN") || command.startsWith("AUTH") ? "LOGIN" : command);
            return answer(tag, command);
        }

        private boolean answer(String tag, String command) throws IOException, InterruptedException {
            String name = command.startsWith("UID ")
                    ? "UID " + command.split(" ")[1].toUpperCase(java.util.Locale.ROOT)
                    : command.split(" ")[0].toUpperCase(java.util.Locale.ROOT);
            String result = "OK done";
            switch (name) {
                case "CAPABILITY" -> write("* CAPABILITY " + capabilities() + " AUTH=PLAIN\r\n");
                case "AUTHENTICATE" -> {
                    write("+ \r\n");
                    String[] login = new String(java.util.Base64.getDecoder().decode(in.readLine()), UTF_8).split("\0");
                    logins.add(login[login.length - 2] + " " + login[login.length - 1]);
                    result = login(result);
                }
                case "LOGIN" -> {
                    logins.add(command.substring("LOGIN ".length()).replace("\"", ""));
                    result = login(result);
                }
                case "ID" -> {
                    introduced = true;
                    write("* ID NIL\r\n");
                }
                case "SELECT", "EXAMINE" -> result = select();
                case "IDLE" -> {
                    write("+ idling\r\n");
                    if (has(MailServerFault.IDLE_ENDS)) {
                        break;
                    }
                    idling.add(socket);
                    in.readLine();
                    if (has(MailServerFault.IDLE_HANGS)) {
                        hang();
                    }
                    idling.remove(socket);
                }
                case "LIST" -> list(command);
                case "UID SEARCH" -> search(command.substring("UID SEARCH ".length()));
                case "UID FETCH" -> {
                    boolean more = command.contains("BODY.PEEK[]") && isAskedAhead();
                    ahead += more ? 1 : 0;
                    if (more && has(MailServerFault.ASKED_AHEAD_DROPS)) {
                        return false;
                    }
                    if (more && has(MailServerFault.ANSWERS_LAST_FIRST) && !next(in.readLine())) {
                        return false;
                    }
                    String fetched = fetch(command.split(" ")[2], command);
                    if (fetched == null) {
                        return false;
                    }
                    result = fetched;
                    if (has(MailServerFault.BYE_AFTER_BODY) && command.contains("BODY.PEEK[]")) {
                        write(tag + " " + result + "\r\n* BYE enough\r\n");
                        return false;
                    }
                }
                case "UID STORE" -> result = store(command.split(" ")[2], command);
                case "UID COPY" -> result = copy(command);
                case "CREATE" -> result = has(MailServerFault.CREATE_NO) ? "NO denied" : created();
                case "CLOSE", "EXPUNGE" -> expunge();
                case "LOGOUT" -> {
                    write("* BYE\r\n" + tag + " OK\r\n");
                    return false;
                }
                default -> write("");
            }
            write(tag + " " + result + "\r\n");
            return true;
        }

        private boolean isAskedAhead() throws IOException {
            if (in.ready() || ahead > 0 || patience == 0) {
                return in.ready();
            }
            socket.setSoTimeout(patience);
            in.mark(1);
            try {
                boolean more = in.read() >= 0;
                in.reset();
                return more;
            } catch (SocketTimeoutException e) {
                return false;
            } finally {
                socket.setSoTimeout(0);
            }
        }

        private String login(String granted) {
            String told = has(MailServerFault.LOGIN_ECHOES) ? logins.get(logins.size() - 1) : "invalid credentials";
            return has(MailServerFault.LOGIN_NO) || has(MailServerFault.LOGIN_ECHOES)
                    ? "NO [AUTHENTICATIONFAILED] " + told
                    : granted;
        }

        private String select() throws IOException {
            if (has(MailServerFault.NO_FOLDER)) {
                return "NO [NONEXISTENT] Mailbox does not exist";
            }
            if (has(MailServerFault.UNSAFE_LOGIN) && !introduced) {
                return "NO SELECT Unsafe Login. Please contact kefu@188.com for help";
            }
            boolean kept = !has(MailServerFault.READ_ONLY) && !has(MailServerFault.NO_PERMANENT_FLAGS);
            write("* " + mails.size() + " EXISTS\r\n* 0 RECENT\r\n* FLAGS (\\Seen \\Deleted)\r\n* OK [PERMANENTFLAGS ("
                    + (kept ? "\\Seen \\Deleted" : "") + ")] x\r\n* OK [UIDVALIDITY " + validity
                    + "] x\r\n* OK [UIDNEXT " + next + "] x\r\n");
            return has(MailServerFault.READ_ONLY) ? "OK [READ-ONLY] selected" : "OK [READ-WRITE] selected";
        }

        private void list(String command) throws IOException {
            if (!has(MailServerFault.NO_FOLDER)) {
                String[] words = command.split(" ");
                write("* LIST () \"/\" " + words[words.length - 1] + "\r\n");
            }
        }

        private void search(String criteria) throws IOException, InterruptedException {
            if (has(MailServerFault.SEARCH_DRIPS)) {
                write("* SEARCH");
                drip(" 1");
            }
            if (has(MailServerFault.SEARCH_GARBLED)) {
                write("* SEARCH -5 1 2\r\n");
                return;
            }
            Set<Long> found = new TreeSet<>(mails.keySet());
            if (criteria.startsWith("UID ")) {
                found.retainAll(uids(criteria.substring(4)));
            } else {
                found.removeAll(seen);
                found.removeAll(deleted);
            }
            write("* SEARCH" + found.stream().map(uid -> " " + uid).collect(Collectors.joining()) + "\r\n");
        }

        /** Null to end the connection. */
        private String fetch(String set, String command) throws IOException, InterruptedException {
            for (long uid : uids(set)) {
                byte[] mail = mails.get(uid);
                if (mail == null) {
                    continue;
                }
                if (!command.contains("BODY.PEEK[]")) {
                    if (has(MailServerFault.SIZES_DRIP)) {
                        drip("* 1 FETCH (UID 1 RFC822.SIZE 10)\r\n");
                    }
                    if (has(MailServerFault.NO_SIZES, uid)) {
                        return "NO [UNAVAILABLE] message cannot be read";
                    }
                    long size = mail.length
                            - (has(MailServerFault.SIZES_TOO_SMALL) ? 20 : 0)
                            + (has(MailServerFault.SIZES_TOO_BIG) ? 5000 : 0);
                    write("* " + place(uid) + " FETCH (UID " + uid + " RFC822.SIZE " + size + ")\r\n");
                    continue;
                }
                String ended = body(uid, command.contains("<0.") ? cut(mail, command) : mail);
                if (ended == null || !ended.isEmpty()) {
                    return ended;
                }
            }
            return "OK done";
        }

        private byte[] cut(byte[] mail, String command) {
            int most = Integer.parseInt(command.replaceFirst(".*<0\\.(\\d+)>.*", "$1"));
            return Arrays.copyOf(mail, Math.min(most, mail.length));
        }

        /** Empty when the mail was given, null to end the connection, else how the command ends. */
        private String body(long uid, byte[] mail) throws IOException, InterruptedException {
            String start = "* " + place(uid) + " FETCH (UID " + uid + " BODY[] ";
            if (has(MailServerFault.FETCH_NO, uid)) {
                return "NO [UNAVAILABLE] message cannot be read";
            } else if (has(MailServerFault.FETCH_BAD, uid)) {
                return "BAD internal error";
            } else if (has(MailServerFault.NO_BODY, uid)) {
                return "OK done";
            } else if (has(MailServerFault.NIL_BODY, uid)) {
                write(start + "NIL)\r\n");
            } else if (has(MailServerFault.EMPTY_BODY, uid)) {
                write(start + "{0}\r\n)\r\n");
            } else if (has(MailServerFault.GARBLED_BODY, uid)) {
                write("* " + place(uid) + " FETCH (UID x BODY[] {12a}\r\n????\r\n");
            } else if (has(MailServerFault.HALF_BODY, uid)) {
                give(start, Arrays.copyOf(mail, mail.length / 2));
            } else if (has(MailServerFault.DROPS, uid)
                    || has(MailServerFault.HANGS, uid)
                    || has(MailServerFault.HANGS_ONCE, uid) && !hung) {
                write(start + "{" + mail.length + "}\r\n");
                out.write(mail, 0, mail.length / 2);
                if (!has(MailServerFault.DROPS)) {
                    hung = true;
                    hang();
                }
                return null;
            } else if (has(MailServerFault.DRIPS, uid)) {
                write(start + "{1000000}\r\n");
                drip("x");
            } else if (has(MailServerFault.ANNOUNCES_TOO_MUCH, uid)) {
                write(start + "{2147483600}\r\n");
                hang();
            } else if (has(MailServerFault.ENDLESS, uid)) {
                write(start + "{500000000}\r\n");
                byte[] much = new byte[1 << 20];
                while (true) {
                    out.write(much);
                }
            } else if (has(MailServerFault.ENDLESS_FLAGS, uid)) {
                byte[] much = "* 1 FETCH (FLAGS (\\Seen))\r\n".repeat(1000).getBytes(ISO_8859_1);
                while (true) {
                    out.write(much);
                }
            } else if (has(MailServerFault.OTHER_BODY, uid)) {
                give("* 1 FETCH (UID 99 BODY[] ", mails.get(99L));
            } else {
                give(start, mail);
            }
            return "";
        }

        private void give(String start, byte[] mail) throws IOException {
            write(start + "{" + mail.length + "}\r\n");
            out.write(mail);
            write(")\r\n");
        }

        private String store(String set, String command) throws IOException {
            if (has(MailServerFault.STORE_NO) || has(MailServerFault.READ_ONLY)) {
                return "NO Some of the requested messages no longer exist.";
            }
            for (long uid : uids(set)) {
                if (!has(MailServerFault.STORE_IGNORED)) {
                    (command.contains("Seen") ? seen : deleted).add(uid);
                    write("* " + place(uid) + " FETCH (UID " + uid + " FLAGS ())\r\n");
                }
                if (has(MailServerFault.STORE_FIRST_ONLY)) {
                    break;
                }
            }
            return "OK done";
        }

        private String created() {
            copied.add("created");
            return "OK done";
        }

        private String copy(String command) {
            if (has(MailServerFault.COPY_NO)) {
                return "NO [OVERQUOTA] Quota exceeded";
            }
            if (has(MailServerFault.CREATE_NO) || !copied.contains("created")) {
                return "NO [TRYCREATE] no such folder";
            }
            copied.add(command.split(" ")[2]);
            return "OK done";
        }

        private void expunge() {
            deleted.forEach(mails::remove);
        }

        private long place(long uid) {
            return new ArrayList<>(new TreeMap<>(mails).keySet()).indexOf(uid) + 1L;
        }

        private List<Long> uids(String set) {
            return Arrays.stream(set.split(",")).map(Long::valueOf).toList();
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(ISO_8859_1));
            out.flush();
        }

        private void drip(String drop) throws IOException, InterruptedException {
            while (true) {
                write(drop);
                Thread.sleep(50); // a slow server is what the test is about
            }
        }

        private void hang() throws IOException, InterruptedException {
            out.flush();
            Thread.sleep(600_000); // until the client goes, or the test ends
        }
    }
}
