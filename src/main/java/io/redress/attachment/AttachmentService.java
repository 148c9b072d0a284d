package io.redress.attachment;

import io.redress.handoff.BlobStore;
import io.redress.intake.ArrivalFile;
import io.redress.ticket.Attachment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes attachments of files: looks at them, has them scanned, and stores them. Infected ones are stored, too: they are
 * evidence, and held back.
 */
public final class AttachmentService {

    private final BlobStore blobs;
    private final @Nullable MalwareScanner scanner;
    private final AttachmentRules rules;

    /** @param scanner null when none is configured: nothing is held back then */
    public AttachmentService(BlobStore blobs, @Nullable MalwareScanner scanner, AttachmentRules rules) {
        this.blobs = blobs;
        this.scanner = scanner;
        this.rules = rules;
    }

    /**
     * What became of files.
     *
     * @param leftOut how many were too many or too much, and are in the original only
     */
    public record StoredAttachments(List<Attachment> attachments, int leftOut) {

        public StoredAttachments {
            attachments = List.copyOf(attachments);
        }
    }

    /** Stores what came with an arrival; takes no longer than the rules let scans take, and what the disk takes. */
    public StoredAttachments take(List<ArrivalFile> files) {
        List<Attachment> attachments = new ArrayList<>();
        long bytes = 0;
        long end = System.nanoTime() + rules.scanLimit().toNanos();
        for (ArrivalFile file : files) {
            if (attachments.size() >= rules.most() || bytes + file.bytes().length > rules.mostBytes()) {
                continue;
            }
            bytes += file.bytes().length;
            FileInspection found = FileInspector.inspect(file.name(), file.contentType(), file.bytes());
            Attachment stored = new Attachment(
                    found.name(),
                    found.type(),
                    file.bytes().length,
                    blobs.put(file.bytes()),
                    FileTypeDetector.agree(found.type(), file.contentType()) ? null : file.contentType(),
                    found.flags().stream().map(AttachmentFlag::key).sorted().toList(),
                    null,
                    null);
            attachments.add(scanned(stored, file.bytes(), Duration.ofNanos(end - System.nanoTime())));
        }
        return new StoredAttachments(attachments, files.size() - attachments.size());
    }

    /** The same ticket's files, those that waited for the scanner with its verdict, if it gives one now. */
    public List<Attachment> rescan(List<Attachment> attachments) {
        return attachments.stream()
                .map(one -> one.isPending() ? scanned(one, blobs.get(one.ref()), rules.scanLimit()) : one)
                .toList();
    }

    private Attachment scanned(Attachment stored, byte[] bytes, Duration limit) {
        if (scanner == null) {
            return stored.withScan(null, null);
        }
        MalwareScanner.Verdict verdict = limit.isNegative() || limit.isZero()
                ? new MalwareScanner.Verdict.Away("no time is left")
                : scanner.scan(bytes, limit);
        if (verdict instanceof MalwareScanner.Verdict.Clean) {
            return stored.withScan(Attachment.CLEAN, null);
        }
        if (verdict instanceof MalwareScanner.Verdict.Infected infected) {
            return stored.withScan(Attachment.INFECTED, infected.name());
        }
        if (verdict instanceof MalwareScanner.Verdict.TooBig) {
            return held(stored, Attachment.TOO_BIG, "too big to be scanned");
        }
        if (verdict instanceof MalwareScanner.Verdict.Unscannable unscannable) {
            return held(stored, Attachment.UNSCANNABLE, "the scanner cannot look into it: " + unscannable.reason());
        }
        return held(stored, Attachment.PENDING, "not scanned yet");
    }

    private Attachment held(Attachment stored, String said, String why) {
        return stored.withScan(said, rules.hold() ? why : null);
    }
}
