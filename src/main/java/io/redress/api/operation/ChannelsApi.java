package io.redress.api.operation;

import io.redress.api.Page;
import io.redress.health.channel.ChannelState;
import io.redress.health.channel.ConnectedChannels;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The channels and their health. */
@RestController
@RequiresPermission(Permission.OPERATIONS_READ)
@RequestMapping("/api/channels")
@Tag(name = "Channels", description = "Where complaints come in")
class ChannelsApi {

    private final ConnectedChannels channels;

    ChannelsApi(ConnectedChannels channels) {
        this.channels = channels;
    }

    @GetMapping
    @Operation(
            summary = "List channels",
            description = "By name, with the last arrival, counts by item state, and health; there is one page.")
    Page<ChannelState> list() {
        return new Page<>(channels.all(), null);
    }
}
