package io.redress.channel.callcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.camel.file.InboxPollStrategy;
import io.redress.camel.file.SftpInboxes;
import io.redress.camel.file.StableFileLockStrategy;
import io.redress.channel.ChannelProblems;
import io.redress.channel.callcenter.inbox.InboxMonitor;
import io.redress.handoff.BlobStore;
import io.redress.handoff.HandOff;
import io.redress.handoff.IntakeBackPressure;
import io.redress.handoff.TicketNumbers;
import io.redress.intake.RawMessage;
import io.redress.mapping.Mappings;
import io.redress.testing.SetClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kamelet and the channel's route as they are shipped, with a stand-in for the broker. */
class CallFolderTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    /** Tenths of a second after which the channel has met the growing file more than once. */
    private static final int SEEN_SEVERAL_TIMES = 30;

    private static final String DONE = "done/2026-03-01/093000/";

    @TempDir
    Path data;

    private final List<RawMessage> handedOff = new CopyOnWriteArrayList<>();
    private final ChannelProblems problems = new ChannelProblems(Clock.systemUTC());
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();
    private final SetClock machine = new SetClock(Instant.parse("2026-03-01T01:30:00Z"));
    private volatile boolean brokerIsAway;
    private DefaultCamelContext camel;
    private Path inbox;

    @BeforeEach
    void start() throws Exception {
        inbox = Files.createDirectories(data.resolve("inbox"));
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T01:30:00Z"), ZoneOffset.UTC);
        var numbers = new TicketNumbers(new AtomicLong()::getAndIncrement, new byte[32], clock);
        var handOff = new HandOff(numbers, new BlobStore(data.resolve("blobs")), clock);
        var files = new CallFiles(
                Mappings.read(Path.of("config/mappings")),
                handOff,
                problems,
                data.resolve("work"),
                clock,
                ZoneId.of("Asia/Shanghai"));
        camel = new DefaultCamelContext();
        var inboxMonitor = new InboxMonitor(
                problems, file -> !unreadable.contains(file.getFileName().toString()), machine);
        camel.getRegistry()
                .bind(
                        "inboxPollStrategy",
                        new InboxPollStrategy(new IntakeBackPressure(), inboxMonitor, new SftpInboxes(), files));
        camel.getRegistry().bind("stableFileLockStrategy", new StableFileLockStrategy(inboxMonitor, Clock.systemUTC()));
        camel.getRegistry().bind("callFiles", files);
        camel.getComponent("kamelet", KameletComponent.class).setLocation("file:routes/kamelets");
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:hand-off-batch").errorHandler(noErrorHandler()).process(exchange -> {
                    if (brokerIsAway) {
                        throw new UncheckedIOException(new IOException("broker is away"));
                    }
                    handedOff.addAll(exchange.getMessage().getBody(List.class));
                });
            }
        });
        String route = Files.readString(Path.of("routes/channels/call-center.camel.yaml"))
                .replace(
                        "{{redress.data-dir}}/inbox/call-center\"",
                        inbox + "\"\n        settle: 2000\n        period: 200");
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("call-center.camel.yaml", route));
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void rows_are_handed_off_and_the_file_moves_with_its_summary() throws IOException {
        drop("calls.csv", "姓名,电话,投诉内容\n李雷,13800138000,收到的沙发有色差\n韩梅,13900139000,没人理\n");
        awaitFile(DONE + "calls.csv");
        assertThat(handedOff).extracting(raw -> raw.attribute("line")).containsExactly("2", "3");
        assertThat(handedOff).allSatisfy(raw -> {
            assertThat(raw.channel()).isEqualTo("call-center");
            assertThat(raw.format()).isEqualTo("call-row");
            assertThat(raw.attribute("mapping")).isEqualTo("call-center");
            assertThat(raw.attribute("file")).isEqualTo("calls.csv");
            assertThat(raw.sourceKey()).startsWith("sha256:");
        });
        assertThat(read(DONE + "calls.csv.summary.txt")).contains("rows: 2", "handed off: 2", "rejected: 0", "UTF-8");
        assertThat(inbox.resolve(DONE + "calls.csv.rejected.csv")).doesNotExist();
        assertThat(inbox.resolve("calls.csv")).doesNotExist();
        assertThat(data.resolve("work")).isEmptyDirectory();
    }

    @Test
    void a_bad_row_is_reported_and_does_not_stop_the_others() throws IOException {
        drop("calls.csv", "姓名,电话,投诉内容\n李雷,1.38E+10,色差\n韩梅,13900139000,没人理\n");
        awaitFile(DONE + "calls.csv");
        assertThat(handedOff).hasSize(2);
        assertThat(read(DONE + "calls.csv.rejected.csv"))
                .startsWith("\uFEFF姓名,电话,投诉内容,line,column,reason,remedy")
                .contains("李雷,1.38E+10,色差,2,电话,")
                .doesNotContain("韩梅");
    }

    @Test
    void a_file_that_is_still_being_written_is_left_alone_and_holds_up_no_other() throws IOException {
        drop("calls.csv.part", "投诉内容\n色差\n");
        drop(".calls.csv", "投诉内容\n色差\n");
        Path growing = Files.writeString(inbox.resolve("growing.csv"), "投诉内容\n");
        var written = new AtomicInteger();
        await().atMost(SOON).pollInterval(Duration.ofMillis(100)).until(() -> {
            Files.writeString(growing, "row " + written.incrementAndGet() + "\n", StandardOpenOption.APPEND);
            if (written.get() == SEEN_SEVERAL_TIMES) {
                drop("next.csv", "投诉内容\n色差\n");
            }
            return Files.exists(inbox.resolve(DONE + "next.csv"));
        });
        assertThat(handedOff).extracting(raw -> raw.attribute("file")).containsExactly("next.csv");
        awaitFile(DONE + "growing.csv");
        assertThat(handedOff).hasSize(1 + written.get());
        assertThat(inbox.resolve("calls.csv.part")).exists();
        assertThat(inbox.resolve(".calls.csv")).exists();
    }

    @Test
    void a_file_whose_hand_off_fails_stays_and_is_taken_again() throws IOException {
        brokerIsAway = true;
        drop("calls.csv", "投诉内容\n色差\n");
        awaitFile("calls.csv");
        await().atMost(SOON).until(() -> Files.isDirectory(data.resolve("work")));
        brokerIsAway = false;
        awaitFile(DONE + "calls.csv");
        assertThat(handedOff).hasSize(1);
    }

    @Test
    void an_unreadable_file_fails_with_the_reason_and_the_next_one_is_taken() throws IOException {
        drop("a-old.csv", "\u00D0\u00CF\u0011\u00E0old", StandardCharsets.ISO_8859_1);
        drop("b-header.csv", "姓名,电话\n李雷,13800138000\n");
        drop("c-good.csv", "投诉内容\n色差\n");
        awaitFile(DONE + "c-good.csv");
        awaitFile("failed/2026-03-01/093000/a-old.csv");
        awaitFile("failed/2026-03-01/093000/b-header.csv");
        assertThat(read("failed/2026-03-01/093000/a-old.csv.reason.txt")).contains(".xls", "save it as .xlsx");
        assertThat(read("failed/2026-03-01/093000/b-header.csv.reason.txt")).contains("complaint.text", "姓名, 电话");
        assertThat(handedOff).hasSize(1);
    }

    @Test
    void a_long_file_is_handed_off_in_batches() throws IOException {
        var rows = new ArrayList<String>(List.of("投诉内容"));
        for (int i = 0; i < 2 * CallFile.BATCH + 1; i++) {
            rows.add("complaint " + i);
        }
        drop("calls.csv", String.join("\r\n", rows));
        awaitFile(DONE + "calls.csv");
        assertThat(handedOff).hasSize(2 * CallFile.BATCH + 1);
        assertThat(handedOff).extracting(RawMessage::id).doesNotHaveDuplicates();
    }

    @Test
    void a_file_whose_rows_all_fail_is_failed_and_its_channel_in_trouble_until_a_good_one_comes() throws IOException {
        drop("bad.csv", "姓名,电话,投诉内容\n李雷,1.38E+10,色差\n韩梅,1.39E+10,没人理\n");
        awaitFile("failed/2026-03-01/093000/bad.csv");
        assertThat(read("failed/2026-03-01/093000/bad.csv.reason.txt"))
                .contains("result: failed", "all its 2 rows were rejected", "1.38E+10");
        assertThat(read("failed/2026-03-01/093000/bad.csv.rejected.csv")).contains("李雷", "韩梅");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(troubles()).singleElement().asString().contains("bad.csv", "its digits are lost"));
        drop("header.csv", "姓名,电话,投诉内容\n");
        awaitFile(DONE + "header.csv");
        assertThat(troubles()).isNotEmpty();
        drop("good.csv", "姓名,电话,投诉内容\n李雷,13800138000,色差\n");
        awaitFile(DONE + "good.csv");
        await().atMost(SOON).until(() -> troubles().isEmpty());
    }

    @Test
    void a_file_of_another_name_is_told_once_and_its_trouble_is_over_when_it_is_gone() throws IOException {
        drop("calls.pdf", "%PDF");
        drop("calls.csv.part", "投诉内容\n");
        Files.createDirectories(inbox.resolve("today"));
        await().atMost(SOON).until(() -> {
            machine.pass(Duration.ofSeconds(16));
            return troubles().size() == 2;
        });
        assertThat(troubles())
                .anySatisfy(trouble -> assertThat(trouble).contains("calls.pdf", "is not taken", "include"))
                .anySatisfy(trouble -> assertThat(trouble).contains("today", "Put the files into the inbox itself"));
        Files.delete(inbox.resolve("calls.pdf"));
        Files.delete(inbox.resolve("today"));
        await().atMost(SOON).until(() -> {
            machine.pass(Duration.ofSeconds(16));
            return troubles().isEmpty();
        });
    }

    @Test
    void a_link_is_told_and_what_it_leads_to_is_neither_read_nor_shut() throws IOException {
        Path secret = Files.writeString(data.resolve("secret.txt"), "hub key\n");
        Set<PosixFilePermission> before = PosixFilePermissions.fromString("rw-r--r--");
        Files.setPosixFilePermissions(secret, before);
        Files.createSymbolicLink(inbox.resolve("calls.csv"), secret);
        Files.createSymbolicLink(inbox.resolve("loop.csv"), Path.of("loop.csv"));
        drop("good.csv", "投诉内容\n色差\n");
        awaitFile(DONE + "good.csv");
        await().atMost(SOON).until(() -> {
            machine.pass(Duration.ofSeconds(16));
            return troubles().size() == 2;
        });
        assertThat(troubles())
                .allSatisfy(trouble -> assertThat(trouble).contains("is a link", "Put the file itself into the inbox"));
        assertThat(Files.getPosixFilePermissions(secret)).isEqualTo(before);
        assertThat(inbox.resolve("failed/2026-03-01")).doesNotExist();
    }

    @Test
    void what_is_no_file_is_told_under_a_name_that_turns_no_screen() throws IOException {
        Path folder = Files.createTempDirectory("rdr");
        Path pipe = folder.resolve("p");
        try (var open = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            open.bind(UnixDomainSocketAddress.of(pipe));
            Files.move(pipe, inbox.resolve("calls\u001b[31m\n\u202Evsc.csv"));
            await().atMost(SOON).until(() -> {
                machine.pass(Duration.ofSeconds(16));
                return troubles().size() == 1;
            });
            assertThat(troubles().get(0)).contains("calls?[31m??vsc.csv").contains("is no file");
        } finally {
            Files.delete(folder);
        }
    }

    /** What the channel has now, each with its remedy. */
    private List<String> troubles() {
        return problems.of("call-center").stream()
                .map(known ->
                        known.problem().problem() + " → " + known.problem().remedy())
                .toList();
    }

    @Test
    void a_file_that_may_not_be_read_is_told_and_taken_when_it_may() throws IOException {
        unreadable.add("secret.csv");
        drop("secret.csv", "投诉内容\n色差\n");
        drop("other.csv", "投诉内容\n没人理\n");
        awaitFile(DONE + "other.csv");
        await().atMost(SOON).untilAsserted(() -> assertThat(troubles())
                .anySatisfy(trouble -> assertThat(trouble).contains("secret.csv", "may not be read", "Give user")));
        assertThat(inbox.resolve("secret.csv")).exists();
        unreadable.clear();
        awaitFile(DONE + "secret.csv");
        await().atMost(SOON).until(() -> {
            machine.pass(Duration.ofSeconds(16));
            return troubles().isEmpty();
        });
        assertThat(handedOff).hasSize(2);
    }

    @Test
    void a_file_that_grows_with_an_old_time_of_modification_is_taken_whole_and_no_row_twice() throws IOException {
        FileTime old = FileTime.from(Instant.parse("2020-09-13T12:26:40Z"));
        Path growing = Files.writeString(inbox.resolve("growing.csv"), "投诉内容\n");
        Files.setLastModifiedTime(growing, old);
        var written = new AtomicInteger();
        await().atMost(SOON).pollInterval(Duration.ofMillis(100)).until(() -> {
            Files.writeString(growing, "row " + written.incrementAndGet() + "\n", StandardOpenOption.APPEND);
            Files.setLastModifiedTime(growing, old);
            return written.get() == SEEN_SEVERAL_TIMES;
        });
        awaitFile(DONE + "growing.csv");
        assertThat(handedOff).hasSize(SEEN_SEVERAL_TIMES);
    }

    @Test
    void what_is_added_to_a_file_after_it_was_moved_is_taken_and_no_row_twice() throws IOException {
        drop("late.csv", "投诉内容\nfirst\nsecond\n");
        awaitFile(DONE + "late.csv");
        await().atMost(SOON)
                .until(() -> !Files.exists(data.resolve("work"))
                        || Files.list(data.resolve("work")).findAny().isEmpty());
        Files.writeString(inbox.resolve(DONE + "late.csv"), "third\n", StandardOpenOption.APPEND);
        await().atMost(SOON).until(() -> handedOff.size() >= 3);
        awaitFile(DONE + "late.csv");
        assertThat(handedOff).extracting(raw -> raw.attribute("line")).containsExactly("2", "3", "4");
    }

    private void drop(String name, String text) throws IOException {
        drop(name, text, StandardCharsets.UTF_8);
    }

    private void drop(String name, String text, Charset charset) throws IOException {
        Path part = Files.writeString(data.resolve(name), text, charset);
        Files.setLastModifiedTime(part, FileTime.from(Instant.now().minusSeconds(60)));
        Files.move(part, inbox.resolve(name));
    }

    private void awaitFile(String name) {
        await().atMost(SOON).until(() -> Files.exists(inbox.resolve(name)));
    }

    private String read(String name) throws IOException {
        return Files.readString(inbox.resolve(name));
    }
}
