package io.redress.bench;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import io.redress.sandbox.MailServer;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.function.IntFunction;

/** As much as each channel takes, and what of it reaches the queues. */
final class ChannelLoads {

    private final BenchSettings settings;
    private final BenchmarkReport report;
    private final BenchHub hub;

    ChannelLoads(BenchSettings settings, BenchmarkReport report, BenchHub hub) {
        this.settings = settings;
        this.report = report;
        this.hub = hub;
    }

    void forms() throws Exception {
        posts("form", hub.forms());
    }

    void webhooks() throws Exception {
        posts("webhook", hub.webhooks());
    }

    void mails() throws Exception {
        measure("mail", () -> mails(settings.mails));
    }

    void files() throws Exception {
        measure("file", () -> file(settings.rows));
    }

    /** Adds a round with a file. */
    void measureFile(Rounds rounds) throws Exception {
        rounds.add(() -> file(settings.rows));
    }

    /** Forms of customers who wait for an answer, while a big file and a full mailbox are taken in. */
    void formsBesideBulk() throws Exception {
        int from = hub.tracker.issued();
        Path part = written(settings.bulkRows);
        MailFolder inbox = deliver(settings.bulkMails);
        long start = System.nanoTime();
        Path file = drop(part);
        int bulk = hub.tracker.issued();
        hub.senders().paced(hub.forms(), settings.bulkSeconds, settings.bulkForms);
        int forms = hub.tracker.issued();
        int left = forms - hub.tracker.taken();
        await("file and mails taken")
                .atMost(Duration.ofSeconds(settings.patience))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> Files.notExists(file) && inbox.getUnseenCount() == 0);
        accepted(from, bulk, System.nanoTime());
        hub.awaitAll();
        report.row("bulk", "rows and mails to queue", BenchmarkReport.PER_SECOND, (bulk - from) / since(start));
        report.row("bulk", "of them not yet there when the last form was sent", "", left);
        report.percentiles("bulk", "form until answered", hub.tracker.toAcceptance(bulk, forms));
        report.percentiles("bulk", "form from answer to queue", hub.tracker.fromAcceptance(bulk, forms));
        hub.mail.server().purgeEmailFromAllMailboxes();
    }

    private void posts(String phase, IntFunction<byte[]> requests) throws Exception {
        LoadSenders senders = hub.senders();
        measure(phase, () -> {
            long start = System.nanoTime();
            senders.flood(requests, settings.seconds);
            return since(start);
        });
        if (senders.refused() > 0) {
            report.row(phase, "refused with 429 or 503, sent again", "", senders.refused());
        }
    }

    private void measure(String phase, Rounds.Sending sending) throws Exception {
        var rounds = new Rounds(hub);
        for (int i = 0; i < settings.rounds; i++) {
            rounds.add(sending);
            hub.mail.server().purgeEmailFromAllMailboxes();
        }
        report.row(phase, "accepted", BenchmarkReport.PER_SECOND, rounds.acceptedPerSecond());
        report.row(phase, "to queue, flood and what it left", BenchmarkReport.PER_SECOND, rounds.takenPerSecond());
        rounds.reportCpu(report, phase);
    }

    /** So many mails lie in the mailbox at once; accepted are those that the hub has marked as seen. */
    private double mails(int count) throws Exception {
        int from = hub.tracker.issued();
        long start = System.nanoTime();
        MailFolder inbox = deliver(count);
        await("all mails seen")
                .atMost(Duration.ofSeconds(settings.patience))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> inbox.getUnseenCount() == 0);
        return accepted(from, start);
    }

    private MailFolder deliver(int count) throws Exception {
        GreenMailUser user = hub.mail.server().getUserManager().getUserByEmail(MailServer.ADDRESS);
        MailFolder inbox = hub.mail.server().getManagers().getImapHostManager().getInbox(user);
        var session = Session.getInstance(new Properties());
        for (int i = 0; i < count; i++) {
            byte[] mail = hub.complaints.mail(hub.tracker.issue());
            user.deliver(new MimeMessage(session, new ByteArrayInputStream(mail)));
        }
        return inbox;
    }

    /** A file is accepted when the hub has moved it to {@code done}. */
    private double file(int rows) throws Exception {
        int from = hub.tracker.issued();
        Path part = written(rows);
        long start = System.nanoTime();
        Path file = drop(part);
        await("the file taken")
                .atMost(Duration.ofSeconds(settings.patience))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Files.notExists(file));
        return accepted(from, start);
    }

    private Path written(int rows) throws Exception {
        Path inbox = Files.createDirectories(hub.process.folder().resolve("data/inbox/" + BenchHub.CALLS));
        Path part = inbox.resolve("calls-" + hub.tracker.issued() + ".csv.part");
        try (BufferedWriter out = Files.newBufferedWriter(part)) {
            out.write(Complaints.header());
            for (int i = 0; i < rows; i++) {
                out.write(hub.complaints.row(hub.tracker.issue()));
            }
        }
        return part;
    }

    private static Path drop(Path part) throws Exception {
        return Files.move(
                part, part.resolveSibling(part.getFileName().toString().replace(".part", "")));
    }

    private double accepted(int from, long start) {
        long now = System.nanoTime();
        accepted(from, hub.tracker.issued(), now);
        return (now - start) / 1e9;
    }

    private void accepted(int from, int to, long now) {
        for (int number = from; number < to; number++) {
            hub.tracker.accepted(number, now);
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
