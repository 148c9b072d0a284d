package io.redress.api.figures;

import io.redress.figures.FigureRow;
import io.redress.figures.FigureTable;
import io.redress.figures.rise.VolumeSpikeAlert;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures as the API gives them. */
record FiguresView(
        Instant from,
        Instant to,

        @Schema(description = "The shop's time zone, which decides where weeks begin")
        String zone,

        @Schema(description = "What the rows are divided by; missing when there are none") @Nullable
        String by,

        FigureRow total,
        List<FigureRow> rows,

        @Schema(description = "How many groups with fewer complaints are left out")
        int omitted,

        @Schema(description = "Rises of complaints during the period")
        List<Rise> rises) {

    /**
     * A rise beyond what history explains.
     *
     * @param count complaints in the seven days before it was found
     * @param expected by the weeks before
     */
    record Rise(String kind, String name, Instant began, long count, double expected) {

        static Rise of(VolumeSpikeAlert alert) {
            return new Rise(
                    alert.key().kind().key(), alert.key().name(), alert.began(), alert.count(), alert.expected());
        }
    }

    static FiguresView of(FigureTable table, List<VolumeSpikeAlert> rises) {
        return new FiguresView(
                table.period().from(),
                table.period().to(),
                table.zone().getId(),
                table.by() == null ? null : table.by().key(),
                table.total(),
                table.rows(),
                table.omitted(),
                rises.stream().map(Rise::of).toList());
    }
}
