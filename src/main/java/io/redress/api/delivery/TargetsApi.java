package io.redress.api.delivery;

import io.redress.api.Page;
import io.redress.api.PageFilter;
import io.redress.api.ParameterValue;
import io.redress.delivery.Target;
import io.redress.health.target.TargetState;
import io.redress.health.target.TargetStates;
import io.redress.ledger.ListPosition;
import io.redress.ledger.delivery.DeliveryQueries;
import io.redress.ledger.delivery.DeliveryReplay;
import io.redress.ledger.delivery.DeliveryView;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The systems downstream that tickets are delivered to. */
@RestController
@RequestMapping("/api/targets")
@Tag(name = "Targets", description = "Systems downstream that get tickets")
class TargetsApi {

    private static final Logger LOG = LoggerFactory.getLogger(TargetsApi.class);
    private static final String NAME = "A target's name";

    private final TargetStates states;
    private final TargetControl control;
    private final DeliveryQueries deliveries;
    private final DeliveryReplay replay;

    TargetsApi(TargetStates states, TargetControl control, DeliveryQueries deliveries, DeliveryReplay replay) {
        this.states = states;
        this.control = control;
        this.deliveries = deliveries;
        this.replay = replay;
    }

    /** How many deliveries will be tried again, and how many tickets for the first time. */
    record Planned(int again, int first) {}

    @RequiresPermission(Permission.OPERATIONS_READ)
    @GetMapping
    @Operation(
            summary = "List targets",
            description = "By name, with lag, rate, last error and circuit breaker; there is one page.")
    Page<TargetState> list() {
        return new Page<>(states.all(), null);
    }

    @RequiresPermission(Permission.OPERATIONS_READ)
    @GetMapping("/{name}")
    @Operation(summary = "Get a target")
    TargetState get(@PathVariable @Parameter(description = NAME, example = "crm") String name) {
        return control.get(name);
    }

    @RequiresPermission(Permission.OPERATIONS_READ)
    @GetMapping("/{name}/deliveries")
    @Operation(summary = "List a target's deliveries", description = "The last planned first, with the last answer.")
    Page<DeliveryView> deliveries(
            @PathVariable @Parameter(description = NAME, example = "crm") String name,
            @ParameterObject DeliveryFilter filter,
            @ParameterObject PageFilter page) {
        get(name);
        String ticket = ParameterValue.text(filter.ticket());
        return page.of(
                (after, most) -> deliveries.find(name, filter.knownState(), ticket, after, most),
                one -> new ListPosition(one.plannedAt(), one.id().toString()));
    }

    @RequiresPermission(Permission.OPERATIONS_WRITE)
    @PostMapping("/{name}/pause")
    @Operation(summary = "Pause a target", description = "Its deliveries wait until it is resumed; nothing is lost.")
    TargetState pause(
            @PathVariable @Parameter(description = NAME, example = "crm") String name, @Nullable Principal operator) {
        return control.pause(name, operator);
    }

    @RequiresPermission(Permission.OPERATIONS_WRITE)
    @PostMapping("/{name}/resume")
    @Operation(summary = "Resume a target", description = "What waits is due at once, also after failures.")
    TargetState resume(
            @PathVariable @Parameter(description = NAME, example = "crm") String name, @Nullable Principal operator) {
        return control.resume(name, operator);
    }

    @RequiresPermission(Permission.OPERATIONS_WRITE)
    @PostMapping("/{name}/replay")
    @Operation(
            summary = "Deliver again",
            description = "What the target refused, by ticket, time or reason; what it has already is looked up first.")
    Planned replay(
            @PathVariable @Parameter(description = NAME, example = "crm") String name,
            @ParameterObject DeliveryReplayFilter filter,
            @Nullable Principal operator) {
        Target target = states.connected().get(name);
        if (target == null) {
            throw TargetControl.notThere(name);
        }
        var which = filter.which();
        boolean missing = filter.alsoMissing();
        var planned = new Planned(replay.again(name, which), missing ? replay.missing(target, which) : 0);
        LOG.info(
                "{} replays {} + {} deliveries to {}",
                CurrentActor.name(operator),
                planned.again(),
                planned.first(),
                name);
        return planned;
    }
}
