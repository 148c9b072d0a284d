package io.redress.status;

import io.redress.handoff.BlobStore;
import io.redress.standing.TicketAction;
import io.redress.status.CustomerEntry.SentFile;
import io.redress.web.PageResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows customers the photos that they sent. They are strangers' bytes: only pictures of kinds that hold no script are
 * given, under the type that was found in them, and a browser may do nothing but draw them.
 */
public final class StatusFiles {

    /** Bytes; a bigger one is only named. */
    public static final long BIGGEST = 10L * 1024 * 1024;

    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");

    private final StatusAccess access;
    private final CustomerEntries messages;
    private final BlobStore blobs;

    public StatusFiles(StatusAccess access, CustomerEntries messages, BlobStore blobs) {
        this.access = access;
        this.messages = messages;
        this.blobs = blobs;
    }

    /** Whether a file of this type (by its content) and size can be shown at all. */
    public static boolean isPicture(String contentType, long size) {
        return PICTURES.contains(contentType) && size <= BIGGEST;
    }

    /**
     * A photo; 404 for all that is not one, or not this customer's.
     *
     * @param place from 1, among all files of the ticket that are told
     */
    public PageResponse get(String number, @Nullable String token, String place) {
        return access.allowed(number, token, TicketAction.SEE_STATUS)
                .flatMap(link -> file(link.number(), place))
                .map(this::picture)
                .orElseGet(() -> PageResponse.empty(404));
    }

    private Optional<SentFile> file(String number, String place) {
        return place.matches("[1-9][0-9]{0,3}")
                ? messages.of(number).stream()
                        .flatMap(message -> message.files().stream())
                        .skip(Integer.parseInt(place) - 1L)
                        .findFirst()
                        .filter(file -> file.preview() != null && isPicture(file.contentType(), file.size()))
                : Optional.empty();
    }

    private PageResponse picture(SentFile file) {
        return PageResponse.file(
                        file.contentType(), blobs.get(String.valueOf(file.preview())), "sandbox; default-src 'none'")
                .with(Map.of("Content-Disposition", "inline", "Cross-Origin-Resource-Policy", "same-origin"));
    }
}
