package io.redress.bench;

import io.redress.database.EmbeddedDatabase;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the disk, the broker and the database can do without the hub. */
final class BaselineLimits {

    private static final int BLOCK = 4_096;

    private final BenchSettings settings;
    private final BenchmarkReport report;
    private final int seconds;

    BaselineLimits(BenchSettings settings, BenchmarkReport report) {
        this.settings = settings;
        this.report = report;
        this.seconds = Math.max(1, settings.seconds / 4);
    }

    void measure() throws Exception {
        for (int writers : List.of(1, settings.pool)) {
            report.row(
                    "limits",
                    "disk: 4 KB append + sync, writers: " + writers,
                    BenchmarkReport.PER_SECOND,
                    syncs(writers));
        }
        try (var broker = new RawBrokerProcess(settings)) {
            singleSends(broker);
            rates(BenchmarkReport.RAW_BATCH, broker.rounds("complaints.raw", settings.batch));
            broker.move();
            rates(BenchmarkReport.TWO_HOPS, broker.rounds("raw.before", 1));
        }
        try (var database = EmbeddedDatabase.start(
                Files.createDirectories(settings.folder.resolve("raw-database")), RawBroker.PASSWORD)) {
            create(database);
            for (int connections : List.of(1, settings.connections)) {
                report.row(
                        "limits",
                        "database: single-row commits, connections: " + connections,
                        BenchmarkReport.PER_SECOND,
                        commits(database, connections));
            }
        }
    }

    /** The raw broker's single sends alone, which figures of the hub are set beside. */
    void rawBroker() throws Exception {
        try (var broker = new RawBrokerProcess(settings)) {
            singleSends(broker);
        }
    }

    private void singleSends(RawBrokerProcess broker) throws Exception {
        List<RawBrokerProcess.Round> rounds = broker.rounds("complaints.raw", 1);
        rates(BenchmarkReport.RAW, rounds);
        List<Double> costs = rounds.stream().map(RawBrokerProcess.Round::cost).toList();
        report.row("limits", BenchmarkReport.RAW_CPU, "ms", costs);
    }

    private void rates(String name, List<RawBrokerProcess.Round> rounds) {
        List<Double> rates = rounds.stream().map(RawBrokerProcess.Round::rate).toList();
        report.row("limits", name, BenchmarkReport.PER_SECOND, rates);
    }

    private List<Double> syncs(int writers) throws Exception {
        return rounds(writers, end -> {
            Path file = Files.createTempFile(settings.folder, "sync", ".bin");
            long count = 0;
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                var block = ByteBuffer.allocateDirect(BLOCK);
                while (System.nanoTime() < end) {
                    block.clear();
                    channel.write(block);
                    channel.force(false);
                    count++;
                }
            } finally {
                Files.delete(file);
            }
            return count;
        });
    }

    private static void create(EmbeddedDatabase database) throws Exception {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists row_of_limit (id uuid primary key, text text not null)");
        }
    }

    private List<Double> commits(EmbeddedDatabase database, int connections) throws Exception {
        return rounds(connections, end -> {
            long count = 0;
            try (Connection connection = connect(database);
                    PreparedStatement insert =
                            connection.prepareStatement("insert into row_of_limit (id, text) values (?, ?)")) {
                while (System.nanoTime() < end) {
                    insert.setObject(1, UUID.randomUUID());
                    insert.setString(2, "The kettle is broken, it does not heat");
                    insert.executeUpdate();
                    count++;
                }
            }
            return count;
        });
    }

    private static Connection connect(EmbeddedDatabase database) throws Exception {
        return DriverManager.getConnection(database.url(), "postgres", RawBroker.PASSWORD);
    }

    private interface Work {
        long until(long end) throws Exception;
    }

    /** How often a second the work was done by so many threads together, in each round after a short one. */
    private List<Double> rounds(int threads, Work work) throws Exception {
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round <= settings.rounds; round++) {
            long start = System.nanoTime();
            long end = start + (round == 0 ? 1_000_000_000L : seconds * 1_000_000_000L);
            long done = together(threads, () -> work.until(end));
            if (round > 0) {
                rates.add(done / ((System.nanoTime() - start) / 1e9));
            }
        }
        return rates;
    }

    private static long together(int threads, Callable<Long> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long done = 0;
            for (Future<Long> one : pool.invokeAll(Collections.nCopies(threads, work))) {
                done += one.get();
            }
            return done;
        } finally {
            pool.shutdown();
        }
    }
}
