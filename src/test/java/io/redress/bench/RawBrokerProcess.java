package io.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.blackbox.HubProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@link RawBroker} in its own JVM, with the hub's heap and collector. */
final class RawBrokerProcess implements AutoCloseable {

    private final BenchSettings settings;
    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;
    private final ComplaintTracker tracker = new ComplaintTracker();
    private final TicketReceiver ticketReceiver;
    private int sent;

    RawBrokerProcess(BenchSettings settings) throws Exception {
        this.settings = settings;
        Path folder = settings.folder.resolve("raw-broker");
        String url = "tcp://127.0.0.1:" + HubProcess.freePort();
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RawBroker.class.getName(),
                        folder.toString(),
                        url)
                .redirectError(settings.folder.resolve("raw-broker.log").toFile())
                .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        orders = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        answer();
        ticketReceiver = new TicketReceiver(url, RawBroker.PASSWORD, tracker, settings.takers, settings.takenAtOnce);
    }

    /** Messages a second from the first send to the last taking, and milliseconds of the broker's processor time for each. */
    record Round(double rate, double cost) {}

    List<Round> rounds(String queue, int batch) throws IOException {
        List<Round> rounds = new ArrayList<>();
        // A cold broker's processor time is that of its compiler; the hub is warm, too.
        round(queue, batch, sent == 0 ? settings.warmUp : 2);
        for (int i = 0; i < settings.rounds; i++) {
            rounds.add(round(queue, batch, Math.max(2, settings.seconds / 2)));
        }
        return rounds;
    }

    void move() throws IOException {
        order("move " + settings.pool);
        answer();
    }

    private Round round(String queue, int batch, int seconds) throws IOException {
        int before = sent;
        double processor = ResourceUsage.processor(process.pid());
        long start = System.nanoTime();
        order("send %s %d %d %d %d".formatted(queue, settings.pool, batch, seconds, settings.message));
        sent += Integer.parseInt(answer());
        tracker.awaitTaken(sent, settings.patience);
        assertThat(tracker.taken()).as("messages taken from the raw broker").isEqualTo(sent);
        int messages = sent - before;
        return new Round(
                messages / ((tracker.lastTaken() - start) / 1e9),
                (ResourceUsage.processor(process.pid()) - processor) * 1e3 / messages);
    }

    private void order(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
    }

    private String answer() throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(RawBroker.ANSWER)) {
                return line.substring(RawBroker.ANSWER.length());
            }
        }
        throw new IllegalStateException("the raw broker ended, see " + settings.folder.resolve("raw-broker.log"));
    }

    @Override
    public void close() throws Exception {
        ticketReceiver.close();
        orders.close();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
