package io.redress.channel.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A POP3 server on loopback whose first mail has a {@link MailServerFault}. */
public final class FakePop3 implements AutoCloseable {

    public final Map<String, String> mails = new ConcurrentSkipListMap<>();
    public final List<String> commands = new CopyOnWriteArrayList<>();
    public volatile MailServerFault fault;
    public volatile boolean namesMails = true;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));

    public FakePop3(MailServerFault fault) throws IOException {
        this.fault = fault;
        var listener = new Thread(this::listen, "fake-pop3");
        listener.setDaemon(true);
        listener.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    public void deliver(String word) {
        mails.put(
                "u" + (mails.size() + 1),
                "From: a@example.com\r\nSubject: Order " + word + "\r\n\r\nIt is broken.\r\n");
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                var session = new Thread(() -> serve(socket), "fake-pop3-session");
                session.setDaemon(true);
                session.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            OutputStream out = socket.getOutputStream();
            List<String> uids = new ArrayList<>(mails.keySet());
            var deleted = new TreeSet<String>();
            write(out, "+OK ready\r\n");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                String[] words = line.split(" ");
                String uid =
                        words.length > 1 && words[1].matches("\\d+") ? uids.get(Integer.parseInt(words[1]) - 1) : "";
                switch (words[0]) {
                    case "STAT" -> write(out, "+OK " + uids.size() + " 1000\r\n");
                    case "UIDL" -> write(out, namesMails ? list(uids) : "-ERR what?\r\n");
                    case "RETR" -> {
                        if (uid.equals("u1") && fault == MailServerFault.FETCH_NO) {
                            write(out, "-ERR cannot be read\r\n");
                        } else if (uid.equals("u1") && fault == MailServerFault.DROPS) {
                            write(out, "+OK\r\nSubject: Order ");
                            return;
                        } else if (uid.equals("u1") && fault == MailServerFault.HANGS) {
                            write(out, "+OK\r\nSubject: Order ");
                            Thread.sleep(600_000); // until the client goes
                        } else {
                            write(out, "+OK\r\n" + mails.get(uid) + ".\r\n");
                        }
                    }
                    case "DELE" -> {
                        deleted.add(uid);
                        write(out, fault == MailServerFault.STORE_NO ? "-ERR no\r\n" : "+OK\r\n");
                    }
                    case "QUIT" -> {
                        if (fault != MailServerFault.STORE_NO) {
                            deleted.forEach(mails::remove);
                        }
                        write(out, "+OK\r\n");
                        return;
                    }
                    case "CAPA", "APOP", "AUTH" -> write(out, "-ERR\r\n");
                    default -> write(out, "+OK\r\n");
                }
            }
        } catch (IOException | InterruptedException e) {
            return; // the client has gone, or the test is over
        }
    }

    private static String list(List<String> uids) {
        var list = new StringBuilder("+OK\r\n");
        for (int i = 0; i < uids.size(); i++) {
            list.append(i + 1).append(' ').append(uids.get(i)).append("\r\n");
        }
        return list.append(".\r\n").toString();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
