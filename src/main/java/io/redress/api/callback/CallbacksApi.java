package io.redress.api.callback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.api.InvalidParameterException;
import io.redress.api.NotFoundException;
import io.redress.api.Page;
import io.redress.api.PageFilter;
import io.redress.api.ParameterValue;
import io.redress.callback.CallOutcome;
import io.redress.callback.ParsedCallOutcome;
import io.redress.callback.workflow.CallbackOutcomes;
import io.redress.callback.workflow.CallbackOutcomes.Effect;
import io.redress.ledger.ListPosition;
import io.redress.ledger.callback.CallbackQueries;
import io.redress.ledger.callback.CallbackView;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Callbacks for operators and for systems that call. */
@RestController
@RequestMapping("/api/callbacks")
@Tag(name = "Callbacks", description = "Calls to customers, planned and made")
class CallbacksApi {

    private static final Logger LOG = LoggerFactory.getLogger(CallbacksApi.class);
    private static final String EXAMPLE = "0b8e4b0e-9d5c-4a7e-8f6a-2b1c4d5e6f70";

    private final CallbackQueries callbacks;
    private final CallbackOutcomes outcomes;

    CallbacksApi(CallbackQueries callbacks, CallbackOutcomes outcomes) {
        this.callbacks = callbacks;
        this.outcomes = outcomes;
    }

    /** What became of a report, and the callback afterwards. */
    record Reported(
            @Schema(
                    description = "applied; repeated: its id came before; late: kept, but it changes nothing",
                    allowableValues = {"applied", "repeated", "late"})
            String effect,

            CallbackView callback) {}

    /** The body of a report, for the API's document. */
    record Report(
            @Schema(
                    description = "Your own name for this report; the same id again changes nothing",
                    example = "call-81")
            String id,

            @Schema(
                    description = "How the call ended",
                    allowableValues = {
                        "reached-solved",
                        "reached-not-solved",
                        "no-answer",
                        "wrong-number",
                        "refuses",
                        "call-later"
                    })
            String outcome,

            @Schema(description = "Which call, from 1; without it the one planned when it happened") @Nullable
            Integer attempt,

            @Schema(description = "When the call was", example = "2026-07-01T08:00:00Z") @Nullable
            String at,

            @Schema(description = "Who called") @Nullable String by,

            @Schema(description = "For the ticket's history") @Nullable
            String note,

            @Schema(description = "With call-later: the time that the customer named") @Nullable
            String callAgainAt) {}

    @RequiresPermission(Permission.TICKETS_READ)
    @GetMapping
    @Operation(summary = "List callbacks", description = "That with the latest slot first.")
    Page<CallbackView> list(@ParameterObject CallbackFilter filter, @ParameterObject PageFilter page) {
        return page.of(
                (after, most) -> callbacks.find(filter.search(), after, most),
                one -> new ListPosition(one.slotFrom(), one.id().toString()));
    }

    @RequiresPermission(Permission.TICKETS_READ)
    @GetMapping("/{id}")
    @Operation(summary = "Get a callback", description = "With all its calls.")
    CallbackView get(@PathVariable @Parameter(description = "A callback's id", example = EXAMPLE) String id) {
        UUID which = ParameterValue.uuid("id", id);
        return callbacks.find(which).orElseThrow(() -> notThere(which));
    }

    @RequiresPermission(Permission.CALLBACKS_WRITE)
    @PostMapping("/{id}/outcomes")
    @Operation(summary = "Report a call", description = "Says how a call ended. What comes too late is kept.")
    Reported report(
            @PathVariable @Parameter(description = "A callback's id", example = EXAMPLE) String id,
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = Report.class)))
                    ObjectNode body,
            @Nullable Principal operator) {
        UUID which = ParameterValue.uuid("id", id);
        String key = CurrentActor.name(operator);
        body.put("callback", which.toString());
        if (body.path("by").asText("").isBlank()) {
            body.put("by", key);
        }
        ParsedCallOutcome parsed = ParsedCallOutcome.of(body);
        if (parsed instanceof ParsedCallOutcome.Refused refused) {
            throw new InvalidParameterException(refused.member(), refused.reason());
        }
        CallOutcome outcome = ((ParsedCallOutcome.Read) parsed).outcome();
        Effect effect = outcomes.apply(outcome, key);
        if (effect == Effect.UNKNOWN) {
            throw notThere(which);
        }
        LOG.info("{} reported callback {}: {}", key, which, outcome.result().key());
        CallbackView view = callbacks.find(which).orElseThrow(() -> notThere(which));
        return new Reported(effect.name().toLowerCase(Locale.ROOT), view);
    }

    private static NotFoundException notThere(UUID id) {
        return new NotFoundException("There is no callback " + id, "Look for it with GET /api/callbacks?ticket=.");
    }
}
