package io.redress.chaos;

import io.redress.sandbox.MailServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Customers' mails, through the mail server, and the call centre's files. What could not be delivered is tried again. */
final class MailAndFileSenders implements AutoCloseable {

    private static final int ROWS = 6;

    private final Installation site;
    private final SenderRecords senderRecords;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Map<String, List<String>> dropped = new HashMap<>();
    private final Thread post;
    private final Thread files;

    MailAndFileSenders(Installation site, SenderRecords senderRecords, long seed) {
        this.site = site;
        this.senderRecords = senderRecords;
        this.post = new Thread(() -> mails(new Random(seed)), "post");
        this.files = new Thread(() -> files(new Random(seed + 1)), "call-centre");
        post.start();
        files.start();
    }

    /** No new complaint; waits until the hub has put every file to those that are done. */
    void finish(Duration patience) throws InterruptedException, IOException {
        ended.set(true);
        post.join(patience.toMillis());
        files.join(patience.toMillis());
        Instant end = Instant.now().plus(patience);
        var left = new HashSet<>(dropped.keySet());
        while (!left.isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(500);
            left.removeAll(done());
        }
        dropped.forEach((file, markers) -> markers.forEach(marker -> senderRecords.accepted(marker, "")));
        if (!left.isEmpty()) {
            throw new IllegalStateException("the hub has left files where they are: " + left);
        }
    }

    private void mails(Random random) {
        try {
            for (int i = 1; !ended.get(); i++) {
                String marker = "mail-" + i;
                int copies = random.nextInt(25) == 0 ? 2 : 1;
                while (copies > 0) {
                    if (sent(marker)) {
                        senderRecords.accepted(marker, "");
                        copies--;
                    } else {
                        senderRecords.refused("mail", "mail server away");
                        Thread.sleep(500);
                    }
                }
                Thread.sleep(500 + random.nextInt(1_500));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean sent(String marker) {
        byte[] mail = ("From: " + marker + "@example.com\r\nTo: " + MailServer.ADDRESS + "\r\nSubject: Broken " + marker
                        + "\r\nMessage-ID: <" + marker + "@example.com>\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\n\r\nThe kettle is broken, " + marker + ".\r\n")
                .getBytes(StandardCharsets.UTF_8);
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(site.smtp.port()));
        var session = Session.getInstance(properties);
        try (Transport smtp = session.getTransport("smtp")) {
            smtp.connect();
            smtp.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(mail)),
                    new InternetAddress[] {new InternetAddress(MailServer.ADDRESS)});
            return true;
        } catch (MessagingException e) {
            return false;
        }
    }

    private void files(Random random) {
        try {
            var last = new ArrayList<String>();
            for (int i = 1; !ended.get(); i++) {
                var markers = new ArrayList<String>();
                for (int row = 0; row < ROWS; row++) {
                    markers.add("call-" + (i * ROWS + row));
                }
                if (random.nextInt(10) == 0) {
                    markers.addAll(last);
                }
                last = markers;
                while (!laid("calls-" + i + ".csv", markers)) {
                    senderRecords.refused("call", "disk full");
                    Thread.sleep(500);
                }
                dropped.put("calls-" + i + ".csv", markers);
                Thread.sleep(3_000 + random.nextInt(4_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean laid(String name, List<String> markers) {
        var rows = new ArrayList<>(List.of("通话编号,电话,投诉内容"));
        markers.forEach(marker ->
                rows.add(marker + ",137%08d,快递一直没收到 ".formatted(Integer.parseInt(marker.substring(5))) + marker));
        site.diskInUse.readLock().lock();
        try {
            Path inbox = Files.createDirectories(site.folder().resolve("data/inbox/call-center"));
            Path part = inbox.resolve(name + ".part");
            Files.write(part, String.join("\r\n", rows).getBytes(StandardCharsets.UTF_8));
            synced(part);
            Files.move(part, inbox.resolve(name));
            synced(inbox);
            return true;
        } catch (IOException e) {
            return false;
        } finally {
            site.diskInUse.readLock().unlock();
        }
    }

    /** What is not synced is not laid there: the call centre's to do, not the hub's. */
    private static void synced(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Set<String> done() throws IOException {
        var names = new HashSet<String>();
        Path done = site.folder().resolve("data/inbox/call-center/done");
        if (Files.isDirectory(done)) {
            try (Stream<Path> paths = Files.walk(done)) {
                paths.forEach(path -> names.add(path.getFileName().toString()));
            }
        }
        return names;
    }

    @Override
    public void close() {
        ended.set(true);
        post.interrupt();
        files.interrupt();
    }
}
