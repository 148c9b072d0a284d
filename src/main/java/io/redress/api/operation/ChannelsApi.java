package io.redress.api.operation;

import io.redress.api.Page;
import io.redress.health.channel.ChannelState;
import io.redress.health.channel.ConnectedChannels;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The channels and their health. */
@RestController
@RequestMapping("/api/channels")
@Tag(name = "Channels", description = "Where complaints come in")
class ChannelsApi {

    private static final String NAME = "A channel's name";

    private final ConnectedChannels channels;
    private final ChannelControl control;
    private final TrialService trials;

    ChannelsApi(ConnectedChannels channels, ChannelControl control, TrialService trials) {
        this.channels = channels;
        this.control = control;
        this.trials = trials;
    }

    @RequiresPermission(Permission.OPERATIONS_READ)
    @GetMapping
    @Operation(
            summary = "List channels",
            description = "By name, with the last arrival, counts by item state, and health; there is one page.")
    Page<ChannelState> list() {
        return new Page<>(channels.all(), null);
    }

    @RequiresPermission(Permission.OPERATIONS_WRITE)
    @PostMapping("/{name}/pause")
    @Operation(
            summary = "Pause a channel",
            description =
                    "On every node, also after a restart, until it is resumed. What is in flight ends first; mail and files"
                            + " wait where they are, a request is answered 503 with Retry-After.")
    ChannelState pause(
            @PathVariable @Parameter(description = NAME, example = "web") String name, @Nullable Principal operator) {
        return control.pause(name, operator);
    }

    @RequiresPermission(Permission.OPERATIONS_WRITE)
    @PostMapping("/{name}/resume")
    @Operation(summary = "Resume a channel", description = "It takes in again within a second or two.")
    ChannelState resume(
            @PathVariable @Parameter(description = NAME, example = "web") String name, @Nullable Principal operator) {
        return control.resume(name, operator);
    }

    @RequiresPermission(Permission.OPERATIONS_WRITE)
    @PostMapping("/{name}/poll")
    @Operation(
            summary = "Poll a channel now",
            description = "The node that polls it does so within a second or two, without waiting for its period.")
    @ApiResponse(responseCode = "409", description = "It is paused, or is not polled: others send to it")
    ChannelState poll(
            @PathVariable @Parameter(description = NAME, example = "mail") String name, @Nullable Principal operator) {
        return control.poll(name, operator);
    }

    @RequiresPermission(Permission.OPERATIONS_READ)
    @PostMapping("/{name}/try")
    @Operation(
            summary = "Try an original",
            description =
                    "The ticket that it would give by the rules as they are now, and why; nothing is kept or sent."
                            + " Whether it was here before is not looked up.")
    TrialView trial(
            @PathVariable @Parameter(description = NAME, example = "web") String name,
            @RequestBody TriedOriginal original) {
        return trials.read(name, original);
    }
}
