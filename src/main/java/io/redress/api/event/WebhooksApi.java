package io.redress.api.event;

import io.redress.api.ApiProblem;
import io.redress.api.ParameterValue;
import io.redress.audit.AuditedBody;
import io.redress.event.EventDelivery;
import io.redress.event.EventSubscription;
import io.redress.event.SubscriptionMaker;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Subscriptions to events. */
@RestController
@RequiresPermission(Permission.WEBHOOKS_MANAGE)
@RequestMapping("/api/webhooks")
@Tag(name = "Webhooks", description = "Systems that events are sent to")
class WebhooksApi {

    private final SubscriptionHandling subscriptions;

    WebhooksApi(SubscriptionHandling subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** What is asked for. */
    record Asked(
            @Schema(description = "Small letters, digits and hyphens", example = "warehouse") @Nullable
            String name,

            @Schema(example = "https://warehouse.example.com/hooks") @Nullable
            String url,

            @Schema(example = "[\"ticket.created\", \"ticket.breached\"]") @Nullable
            List<String> types,

            @Schema(description = "Of whose tickets; empty: all", example = "[\"repair\"]") @Nullable
            List<String> categories)
            implements AuditedBody {

        @Override
        public List<String> thingsNamed() {
            return Stream.ofNullable(name).map(one -> "name:" + one).toList();
        }
    }

    /** @param secret {@code whsec_…}: shown here alone */
    record Made(String name, String secret) {

        /** So that no log shows it. */
        @Override
        public String toString() {
            return "webhook " + name;
        }
    }

    /** @param events their number */
    record Replayed(int events) {}

    @GetMapping
    @Operation(summary = "List webhooks", description = "Secrets are not shown.")
    List<EventSubscription> list() {
        return subscriptions.all();
    }

    @GetMapping("/{name}")
    @Operation(summary = "A webhook", description = "Its secret is not shown.")
    EventSubscription one(@PathVariable @Parameter(description = "Its name", example = "warehouse") String name) {
        return subscriptions.get(name);
    }

    @PostMapping
    @Operation(
            summary = "Subscribe to events",
            description =
                    "The secret, by which each request is signed as Standard Webhooks has it, stands in the answer"
                            + " and is never shown again.")
    @ApiResponse(responseCode = "201", description = "The secret")
    @ApiResponse(responseCode = "409", description = "A webhook of that name exists")
    ResponseEntity<Made> make(@RequestBody Asked asked, Principal by) {
        var wanted = new SubscriptionMaker.Asked(
                Objects.requireNonNullElse(ParameterValue.text(asked.name()), ""),
                Objects.requireNonNullElse(ParameterValue.text(asked.url()), ""),
                Objects.requireNonNullElse(asked.types(), List.of()),
                Objects.requireNonNullElse(asked.categories(), List.of()));
        SubscriptionMaker.Result result = subscriptions.make(wanted, by(by));
        if (result instanceof SubscriptionMaker.Refused refused) {
            HttpStatus status = refused.taken() ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST;
            ProblemDetail problem = ApiProblem.of(status, refused.problem(), refused.remedy());
            problem.setProperty("parameter", refused.member());
            throw new ErrorResponseException(status, problem, null);
        }
        return shown(HttpStatus.CREATED, (SubscriptionMaker.Made) result);
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a webhook", description = "With its deliveries.")
    void remove(@PathVariable @Parameter(description = "Its name", example = "warehouse") String name) {
        subscriptions.remove(name);
    }

    @PostMapping("/{name}/rotate")
    @Operation(
            summary = "Make a new secret",
            description = "For 24 hours each request carries two signatures, by the new secret and by the one before.")
    ResponseEntity<Made> rotate(@PathVariable @Parameter(description = "Its name", example = "warehouse") String name) {
        return shown(HttpStatus.OK, subscriptions.rotate(name));
    }

    @PostMapping("/{name}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send a test event", description = "Of type webhook.test; its delivery is listed.")
    void test(@PathVariable @Parameter(description = "Its name", example = "warehouse") String name) {
        subscriptions.test(name);
    }

    @PostMapping("/{name}/enable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Enable a webhook", description = "What waited when it was disabled is sent, too.")
    void enable(@PathVariable @Parameter(description = "Its name", example = "warehouse") String name) {
        subscriptions.enable(name);
    }

    @PostMapping("/{name}/disable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Disable a webhook", description = "Events that happen from now on are not kept for it.")
    void disable(@PathVariable @Parameter(description = "Its name", example = "warehouse") String name) {
        subscriptions.disable(name);
    }

    @PostMapping("/{name}/replay")
    @Operation(summary = "Send again what failed", description = "Each of its failed events has ten attempts anew.")
    Replayed replay(@PathVariable @Parameter(description = "Its name", example = "warehouse") String name) {
        return new Replayed(subscriptions.replay(name));
    }

    @GetMapping("/{name}/deliveries")
    @Operation(summary = "The last fifty deliveries", description = "The latest first, each with its last answer.")
    List<EventDelivery> deliveries(
            @PathVariable @Parameter(description = "Its name", example = "warehouse") String name) {
        return subscriptions.deliveries(name);
    }

    private static ResponseEntity<Made> shown(HttpStatus status, SubscriptionMaker.Made made) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new Made(made.name(), made.secret()));
    }

    private static String by(Principal by) {
        return Objects.requireNonNull(CurrentActor.of(by), "PermissionInterceptor lets nobody else in")
                .getName();
    }
}
