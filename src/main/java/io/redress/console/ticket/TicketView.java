package io.redress.console.ticket;

import io.redress.desk.DeskAct;
import io.redress.desk.MarkedText;
import io.redress.desk.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's page.
 *
 * @param row the ticket as a list shows it
 * @param version that the page shows; forms carry it
 * @param text what the customer wrote, in pieces
 * @param facts what is known, by section and then by the key of its label
 * @param links other tickets that it belongs to or names, by number with the key of the label
 * @param others of the same customer
 * @param acts what can be done now
 */
public record TicketView(
        TicketRow row,
        String channelKind,
        String language,
        int version,
        String subject,
        List<MarkedText.Piece> text,
        List<File> files,
        Map<String, Map<String, String>> facts,
        List<String> reasons,
        String score,
        @Nullable String remedy,
        List<Clock> clocks,
        List<TimelineEntry> timeline,
        Map<String, String> links,
        List<TicketRow> others,
        List<DeskAct> acts) {

    /**
     * A file that came with the complaint.
     *
     * @param place from 1
     * @param shown whether it can be looked at
     * @param held why it is held back; empty when it is not
     */
    public record File(
            int place, String name, String type, String size, boolean shown, String held, List<String> flags) {}

    /**
     * A promise and how it stands.
     *
     * @param used percent of the time between start and due, at most 100
     * @param state {@code met}, {@code late}, {@code over}, {@code running} or {@code paused}
     */
    public record Clock(
            String name,
            int round,
            Instant started,
            @Nullable Instant due,
            @Nullable Instant met,
            int used,
            String state,
            List<Step> steps) {}

    /** A sentence of a clock's explanation. */
    public record Step(Instant at, String what) {}
}
