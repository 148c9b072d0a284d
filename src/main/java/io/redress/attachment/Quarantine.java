package io.redress.attachment;

import io.redress.ticket.Attachment;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Attachments whose bytes are given to nobody who does not insist. */
public final class Quarantine {

    private Quarantine() {}

    /** Which are held and why, by their places, such as {@code 2: Eicar-Test-Signature}; empty when none is. */
    public static String words(List<Attachment> attachments) {
        return IntStream.range(0, attachments.size())
                .filter(i -> attachments.get(i).quarantine() != null)
                .mapToObj(i -> (i + 1) + ": " + attachments.get(i).quarantine())
                .collect(Collectors.joining("; "));
    }

    /** How many were held before and are not any more. */
    public static long released(List<Attachment> before, List<Attachment> now) {
        return IntStream.range(0, before.size())
                .filter(i -> before.get(i).quarantine() != null && now.get(i).quarantine() == null)
                .count();
    }

    /** How many were held for nothing or for another reason before. */
    static boolean changed(Attachment before, Attachment now) {
        return now.quarantine() != null && !Objects.equals(before.quarantine(), now.quarantine());
    }

    /** Those that are held now, and were not for this reason before. */
    public static List<Attachment> found(List<Attachment> before, List<Attachment> now) {
        return IntStream.range(0, before.size())
                .filter(i -> changed(before.get(i), now.get(i)))
                .mapToObj(now::get)
                .toList();
    }
}
