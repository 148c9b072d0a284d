package io.redress.api.figures;

import io.redress.figures.FigureTable;
import io.redress.figures.Figures;
import io.redress.figures.TimePeriod;
import io.redress.figures.rise.VolumeSpikes;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How well complaints are handled. */
@RestController
@RequiresPermission(Permission.FIGURES_READ)
@RequestMapping("/api/figures")
@Tag(name = "Figures", description = "How well complaints are handled, against the shop's targets")
class FiguresApi {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Figures figures;
    private final VolumeSpikes spikes;
    private final ZoneId zone;
    private final Clock clock;

    FiguresApi(Figures figures, VolumeSpikes spikes, @Value("${redress.zone}") ZoneId zone, Clock clock) {
        this.figures = figures;
        this.spikes = spikes;
        this.zone = zone;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "Get figures",
            description =
                    "Handled in time, solved at the first contact, CSAT, NPS … of a period, each with the count that"
                            + " it is made of, its target and whether it is met. Shares are 0 to 1, times are seconds. As JSON, or"
                            + " as CSV with Accept: text/csv or format=csv.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = FiguresView.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    ResponseEntity<Object> get(
            @ParameterObject FiguresFilter filter,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Parameter(hidden = true) @Nullable
                    String accept) {
        TimePeriod period = filter.period(zone, clock.instant());
        boolean csv = filter.csv(accept);
        FigureTable table = figures.table(period, filter.grouping());
        return csv
                ? ResponseEntity.ok()
                        .contentType(CSV)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"figures.csv\"")
                        .body(FiguresCsv.of(table))
                : ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(FiguresView.of(table, spikes.during(period)));
    }
}
