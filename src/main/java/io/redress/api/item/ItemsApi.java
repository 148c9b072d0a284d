package io.redress.api.item;

import io.redress.api.ApiProblem;
import io.redress.api.DownloadMemory;
import io.redress.api.NotFoundException;
import io.redress.api.Page;
import io.redress.api.PageFilter;
import io.redress.api.ParameterValue;
import io.redress.handoff.Originals;
import io.redress.intake.RawMessage;
import io.redress.ledger.ListPosition;
import io.redress.ledger.item.ItemQueries;
import io.redress.ledger.item.ItemSummary;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Arrivals: what became of each, why, and its untouched bytes. */
@RestController
@RequestMapping("/api/items")
@Tag(name = "Items", description = "One arrival at a channel, whatever became of it")
class ItemsApi {

    private static final Logger LOG = LoggerFactory.getLogger(ItemsApi.class);
    private static final String AN_ID = "The item's id";
    private static final String LOOK_IT_UP = "Look for it with GET /api/items; one that was handed off a moment ago may"
            + " still be on queue intake, see GET /api/queues.";

    private final ItemQueries items;
    private final Originals originals;
    private final Replay replay;
    private final DownloadMemory memory;

    ItemsApi(ItemQueries items, Originals originals, Replay replay, DownloadMemory memory) {
        this.items = items;
        this.originals = originals;
        this.replay = replay;
        this.memory = memory;
    }

    @RequiresPermission(Permission.ITEMS_READ)
    @GetMapping
    @Operation(summary = "List items", description = "The newest first.")
    Page<ItemSummary> list(@ParameterObject ItemFilter filter, @ParameterObject PageFilter page) {
        return page.of(
                (after, most) -> items.find(filter.search(), after, most),
                item -> new ListPosition(item.receivedAt(), item.id().toString()));
    }

    @RequiresPermission(Permission.ITEMS_READ)
    @GetMapping("/{id}")
    @Operation(summary = "Get an item", description = "Its state, the reason, and the ticket that it led to.")
    ItemDetail get(@PathVariable @Parameter(description = AN_ID) String id) {
        UUID item = ParameterValue.uuid("id", id);
        return items.find(item)
                .flatMap(found -> items.raw(item)
                        .map(raw -> new ItemDetail(found, raw.attributes(), "/api/items/" + item + "/original")))
                .orElseThrow(() -> unknown(item));
    }

    @RequiresPermission(Permission.ITEMS_READ)
    @GetMapping(path = "/{id}/original", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            summary = "Download an item's original",
            description = "The bytes as they arrived, to be saved, never shown: they are untrusted.")
    @ApiResponse(
            responseCode = "200",
            description = "The bytes",
            content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE))
    void original(
            @PathVariable @Parameter(description = AN_ID) String id,
            @Nullable Principal reader,
            HttpServletResponse answer)
            throws IOException {
        UUID item = ParameterValue.uuid("id", id);
        RawMessage raw = items.raw(item).orElseThrow(() -> unknown(item));
        LOG.info("{} read the original of item {}", CurrentActor.name(reader), item);
        memory.send(answer, item + ".original", raw.original().size(), () -> originals.bytes(raw.original()));
    }

    @RequiresPermission(Permission.OPERATIONS_WRITE)
    @PostMapping("/{id}/replay")
    @Operation(
            summary = "Replay an item",
            description = "Hands the original off again under the same id and number. One that opened a ticket has the"
                    + " ticket dispatched again; one that ended otherwise is read and judged anew; a mail that was set aside is fetched at the next"
                    + " poll of its mailbox.")
    ResponseEntity<Object> replay(
            @PathVariable @Parameter(description = AN_ID) String id, @Nullable Principal operator) {
        UUID item = ParameterValue.uuid("id", id);
        LOG.info("{} replays item {}", CurrentActor.name(operator), item);
        return switch (replay.replay(item)) {
            case HANDED_OFF, TRIED_AGAIN ->
                ResponseEntity.accepted()
                        .location(URI.create("/api/items/" + item))
                        .body(new Replayed(1, 0));
            case UNKNOWN -> throw unknown(item);
            case STILL_ON_ITS_WAY ->
                throw ApiProblem.conflict(
                        "Item " + item + " has not ended yet", "Wait for it to end: GET /api/items/" + item);
            case PART_OF_ANOTHER ->
                throw ApiProblem.conflict(
                        "Item " + item + " is one of several messages of one conversation",
                        "Replay the item that opened their ticket: GET /api/items?ticket=");
        };
    }

    private static NotFoundException unknown(UUID item) {
        return new NotFoundException("The ledger has no item " + item, LOOK_IT_UP);
    }
}
