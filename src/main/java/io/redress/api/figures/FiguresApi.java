package io.redress.api.figures;

import io.redress.api.Page;
import io.redress.api.PageFilter;
import io.redress.api.figures.FigureParameters.Form;
import io.redress.export.TableWriter;
import io.redress.figures.FigureTable;
import io.redress.figures.Figures;
import io.redress.figures.TimePeriod;
import io.redress.figures.detail.Arrivals;
import io.redress.figures.detail.CountedTicket;
import io.redress.figures.detail.CrossFigures;
import io.redress.figures.detail.CrossTable;
import io.redress.figures.detail.FigureDetails;
import io.redress.figures.detail.FigureSelection;
import io.redress.figures.rise.VolumeSpikes;
import io.redress.ledger.ListPosition;
import io.redress.ledger.figures.FigureTickets;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
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

    private final Figures figures;
    private final CrossFigures cross;
    private final FigureDetails details;
    private final FigureTickets tickets;
    private final VolumeSpikes spikes;
    private final ZoneId zone;
    private final Clock clock;

    FiguresApi(
            Figures figures,
            CrossFigures cross,
            FigureDetails details,
            FigureTickets tickets,
            VolumeSpikes spikes,
            @Value("${redress.zone}") ZoneId zone,
            Clock clock) {
        this.figures = figures;
        this.cross = cross;
        this.details = details;
        this.tickets = tickets;
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
                @Content(mediaType = TableWriter.CSV, schema = @Schema(type = "string")),
                @Content(mediaType = TableWriter.XLSX, schema = @Schema(type = "string", format = "binary"))
            })
    ResponseEntity<?> get(
            @ParameterObject FiguresFilter filter,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Parameter(hidden = true) @Nullable
                    String accept) {
        TimePeriod period = FigureParameters.period(filter.from(), filter.to(), zone, clock.instant());
        Form form = FigureParameters.form(filter.format(), accept);
        FigureTable table = figures.table(period, filter.grouping());
        return form == Form.JSON
                ? json(FiguresView.of(table, spikes.during(period)))
                : FigureSheets.of(table).answer(form == Form.XLSX);
    }

    @GetMapping("/cross")
    @Operation(
            summary = "Get a figure by two things",
            description = "One figure by rows and columns, at most 20 by 12 (hours: 24); the others stand together in a"
                    + " last row and column. Of weeks and months the last ones are shown.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = CrossTable.class)),
                @Content(mediaType = TableWriter.CSV, schema = @Schema(type = "string")),
                @Content(mediaType = TableWriter.XLSX, schema = @Schema(type = "string", format = "binary"))
            })
    ResponseEntity<?> cross(
            @ParameterObject CrossFilter filter,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Parameter(hidden = true) @Nullable
                    String accept) {
        TimePeriod period = FigureParameters.period(filter.from(), filter.to(), zone, clock.instant());
        Form form = FigureParameters.form(filter.format(), accept);
        CrossTable table =
                cross.table(period, FigureParameters.figure(filter.figure()), filter.rows(), filter.columns());
        return form == Form.JSON ? json(table) : FigureSheets.of(table).answer(form == Form.XLSX);
    }

    @GetMapping("/arrivals")
    @Operation(
            summary = "Get arrivals by hour",
            description = "How many complaints arrived in each hour of the week, by the shop's clock, and how many such"
                    + " days the period has: for staffing.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ArrivalsView.class)),
                @Content(mediaType = TableWriter.CSV, schema = @Schema(type = "string")),
                @Content(mediaType = TableWriter.XLSX, schema = @Schema(type = "string", format = "binary"))
            })
    ResponseEntity<?> arrivals(
            @ParameterObject ArrivalsFilter filter,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Parameter(hidden = true) @Nullable
                    String accept) {
        TimePeriod period = FigureParameters.period(filter.from(), filter.to(), zone, clock.instant());
        Form form = FigureParameters.form(filter.format(), accept);
        Arrivals arrivals = details.arrivals(period);
        return form == Form.JSON
                ? json(ArrivalsView.of(period, zone, arrivals))
                : FigureSheets.of(arrivals).answer(form == Form.XLSX);
    }

    @GetMapping("/tickets")
    @RequiresPermission(value = Permission.TICKETS_READ, scoped = true)
    @Operation(
            summary = "List the tickets behind a number",
            description =
                    "Those that a figure of a group counted in a period, each as often as it was counted, the last"
                            + " counted first; of the teams and categories that the reader may see.")
    Page<CountedTicket> tickets(
            @ParameterObject FigureTicketsFilter filter, @ParameterObject PageFilter page, Principal reader) {
        FigureSelection selection = filter.selection(zone, clock.instant());
        return page.of(
                (after, most) -> tickets.find(selection, CurrentActor.scope(reader), after, most),
                ticket -> new ListPosition(ticket.countedAt(), ticket.number()));
    }

    private static ResponseEntity<Object> json(Object body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
