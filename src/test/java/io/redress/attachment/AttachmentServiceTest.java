package io.redress.attachment;

import static io.redress.attachment.SuspiciousFiles.EICAR;
import static io.redress.attachment.SuspiciousFiles.JPEG;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.attachment.FakeClamd.Mood;
import io.redress.handoff.BlobStore;
import io.redress.intake.ArrivalFile;
import io.redress.ticket.Attachment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentServiceTest {

    private static final ArrivalFile PHOTO = new ArrivalFile("a.jpg", "image/jpeg", JPEG);
    private static final ArrivalFile VIRUS = new ArrivalFile("b.jpg", "image/jpeg", EICAR);

    @TempDir
    Path folder;

    private FakeClamd clamd;
    private BlobStore blobs;

    @BeforeEach
    void start() throws IOException {
        clamd = new FakeClamd();
        blobs = new BlobStore(folder.resolve("blobs"));
    }

    @AfterEach
    void stop() throws IOException {
        clamd.close();
    }

    private AttachmentService service(boolean hold) {
        return service(
                new ClamdScanner(clamd.address(), 1000), new AttachmentRules(5, 5000, Duration.ofMillis(500), hold));
    }

    private AttachmentService service(@Nullable MalwareScanner scanner, AttachmentRules rules) {
        return new AttachmentService(blobs, scanner, rules);
    }

    @Test
    void a_clean_file_is_given_on_and_an_infected_one_is_kept_and_held() {
        List<Attachment> files = service(true).take(List.of(PHOTO, VIRUS)).attachments();
        assertThat(files.get(0)).satisfies(file -> {
            assertThat(file.scan()).isEqualTo("clean");
            assertThat(file.quarantine()).isNull();
            assertThat(file.flags()).isEmpty();
            assertThat(file.claimedType()).isNull();
        });
        assertThat(files.get(1)).satisfies(file -> {
            assertThat(file.scan()).isEqualTo("infected");
            assertThat(file.quarantine()).isEqualTo("Eicar-Test-Signature");
            assertThat(file.contentType()).isEqualTo("text/plain");
            assertThat(file.claimedType()).isEqualTo("image/jpeg");
            assertThat(file.flags()).contains("type-mismatch");
            assertThat(blobs.get(file.ref())).isEqualTo(EICAR);
        });
        assertThat(Quarantine.words(files)).isEqualTo("2: Eicar-Test-Signature");
    }

    @Test
    void a_file_that_the_scanner_cannot_look_into_is_held_with_its_reason_and_not_asked_for_again() {
        clamd.fail("Can't unpack some data");
        AttachmentService service = service(true);
        Attachment file = service.take(List.of(PHOTO)).attachments().get(0);
        assertThat(file.scan()).isEqualTo("unscannable");
        assertThat(file.quarantine()).isEqualTo("the scanner cannot look into it: Can't unpack some data");
        assertThat(file.isPending()).isFalse();
        Attachment given = service(false).take(List.of(PHOTO)).attachments().get(0);
        assertThat(given.scan()).isEqualTo("unscannable");
        assertThat(given.quarantine()).isNull();
    }

    @Test
    void while_the_scanner_is_away_files_are_held_until_it_is_back() {
        clamd.become(Mood.HANGS_UP_AT_ONCE);
        var scanner = new ClamdScanner(clamd.address(), 1000);
        AttachmentService service = service(scanner, new AttachmentRules(5, 5000, Duration.ofSeconds(5), true));
        List<Attachment> held = service.take(List.of(PHOTO, VIRUS)).attachments();
        assertThat(held).allSatisfy(file -> {
            assertThat(file.scan()).isEqualTo("pending");
            assertThat(file.quarantine()).isEqualTo("not scanned yet");
        });
        assertThat(service.rescan(held)).isEqualTo(held);
        clamd.become(Mood.WELL);
        assertThat(scanner.trouble()).isNull();
        List<Attachment> now = service.rescan(held);
        assertThat(now).extracting(Attachment::scan).containsExactly("clean", "infected");
        assertThat(Quarantine.released(held, now)).isEqualTo(1);
        assertThat(Quarantine.found(held, now)).containsExactly(now.get(1));
        assertThat(service.rescan(now)).isEqualTo(now);
    }

    @Test
    void where_the_settings_say_so_files_are_given_on_while_the_scanner_is_away() {
        clamd.become(Mood.HANGS_UP);
        Attachment file = service(false).take(List.of(PHOTO)).attachments().get(0);
        assertThat(file.scan()).isEqualTo("pending");
        assertThat(file.quarantine()).isNull();
    }

    @Test
    void a_file_that_is_too_big_to_be_scanned_is_held_and_not_asked_for_again() {
        Attachment file = service(true)
                .take(List.of(new ArrivalFile("a", "text/plain", new byte[1001])))
                .attachments()
                .get(0);
        assertThat(file.scan()).isEqualTo("too-big");
        assertThat(file.quarantine()).isEqualTo("too big to be scanned");
        assertThat(file.isPending()).isFalse();
    }

    @Test
    void a_scanner_that_hangs_costs_an_arrival_the_time_limit_and_no_more() {
        clamd.become(Mood.HANGS);
        long start = System.nanoTime();
        List<Attachment> files =
                service(true).take(Collections.nCopies(5, PHOTO)).attachments();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(files).hasSize(5).allMatch(Attachment::isPending);
    }

    @Test
    void what_is_too_many_or_too_much_stays_in_the_original_only() {
        AttachmentService service = service(null, new AttachmentRules(3, 1000, Duration.ofSeconds(1), true));
        assertThat(service.take(Collections.nCopies(5, PHOTO)).leftOut()).isEqualTo(2);
        var big = new ArrivalFile("big", "text/plain", new byte[1000]);
        AttachmentService.StoredAttachments storedAttachments = service.take(List.of(PHOTO, big, PHOTO));
        assertThat(storedAttachments.leftOut()).isEqualTo(1);
        assertThat(storedAttachments.attachments()).extracting(Attachment::name).containsExactly("a.jpg", "a.jpg");
    }

    @Test
    void without_a_scanner_nothing_is_held_back() {
        AttachmentService service = service(null, new AttachmentRules(3, 1000, Duration.ofSeconds(1), true));
        Attachment file = service.take(List.of(VIRUS)).attachments().get(0);
        assertThat(file.scan()).isNull();
        assertThat(file.quarantine()).isNull();
    }
}
