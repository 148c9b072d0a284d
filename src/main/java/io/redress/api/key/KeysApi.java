package io.redress.api.key;

import io.redress.api.ApiProblem;
import io.redress.api.NotFoundException;
import io.redress.api.ParameterValue;
import io.redress.apikey.ApiKeyMaker;
import io.redress.apikey.KeyScopes;
import io.redress.audit.AuditedBody;
import io.redress.permission.Actor;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.permission.TicketScope;
import io.redress.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Keys of the API. */
@RestController
@RequiresPermission(Permission.KEYS_MANAGE)
@RequestMapping("/api/keys")
@Tag(name = "Keys", description = "Keys of systems that call this API")
class KeysApi {

    private final ApiKeyMaker maker;
    private final KeyList keys;

    KeysApi(ApiKeyMaker maker, KeyList keys) {
        this.maker = maker;
        this.keys = keys;
    }

    /**
     * What is asked for.
     *
     * @param scopes permissions and roles by their keys
     * @param teams with categories: the tickets that they extend to; without either all
     * @param expires a time, or a day in UTC; never when it is left out
     */
    record Asked(
            @Schema(example = "crm") @Nullable String name,

            @Schema(example = "[\"tickets.read\", \"tickets.write\"]") @Nullable
            List<String> scopes,

            @Nullable Set<String> teams,

            @Nullable Set<String> categories,

            @Schema(example = "2027-07-01") @Nullable String expires)
            implements AuditedBody {

        @Override
        public List<String> thingsNamed() {
            return Stream.concat(Stream.ofNullable(name).map(one -> "name:" + one), scopeNames())
                    .toList();
        }

        private Stream<String> scopeNames() {
            return scopes == null
                    ? Stream.empty()
                    : scopes.stream().filter(KeyScopes::isKnown).map(one -> "scope:" + one);
        }
    }

    /** @param key for one pair of eyes: it is kept nowhere */
    record Made(String key, String name) {

        /** So that no log shows it. */
        @Override
        public String toString() {
            return "key " + name;
        }
    }

    @GetMapping
    @Operation(
            summary = "List keys",
            description =
                    "Those that were made here, also those that were withdrawn, and those of config/api-keys.yaml."
                            + " The keys themselves are kept nowhere.")
    List<KeyView> list() {
        return keys.all();
    }

    @PostMapping
    @Operation(
            summary = "Make a key",
            description = "It is shown in the answer, and never again. It permits at most what you may do yourself.")
    @ApiResponse(responseCode = "201", description = "The key")
    @ApiResponse(responseCode = "409", description = "A key of that name is in use")
    ResponseEntity<Made> make(@RequestBody Asked asked, @Nullable Principal by) {
        Set<String> teams = Objects.requireNonNullElse(asked.teams(), Set.of());
        Set<String> categories = Objects.requireNonNullElse(asked.categories(), Set.of());
        var wanted = new ApiKeyMaker.Asked(
                Objects.requireNonNullElse(ParameterValue.text(asked.name()), ""),
                Objects.requireNonNullElse(asked.scopes(), List.of()),
                new TicketScope(teams, categories),
                ParameterValue.instant("expires", asked.expires()));
        ApiKeyMaker.Result result = maker.make(wanted, actor(by));
        if (result instanceof ApiKeyMaker.Refused refused) {
            throw problem(refused);
        }
        var made = (ApiKeyMaker.Made) result;
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new Made(made.text(), made.key().name()));
    }

    @DeleteMapping("/{name}")
    @Operation(
            summary = "Withdraw a key",
            description =
                    "It opens nothing from now on, on other nodes within a second. Keys of config/api-keys.yaml are"
                            + " withdrawn in that file.")
    ResponseEntity<Void> withdraw(
            @PathVariable @Parameter(description = "The key's name", example = "crm") String name,
            @RequestParam(required = false)
                    @Parameter(description = "Why; the list shows it", example = "replaced")
                    @Nullable
                    String reason,
            @Nullable Principal by) {
        if (!maker.withdraw(name, actor(by), ParameterValue.text(reason))) {
            throw new NotFoundException(
                    "No key of that name is in use", "See GET /api/keys; one of a file is removed from that file.");
        }
        return ResponseEntity.noContent().build();
    }

    private static Actor actor(@Nullable Principal by) {
        return Objects.requireNonNull(CurrentActor.of(by), "PermissionInterceptor lets nobody else in");
    }

    private static ErrorResponseException problem(ApiKeyMaker.Refused refused) {
        HttpStatus status =
                switch (refused.reason()) {
                    case INVALID -> HttpStatus.BAD_REQUEST;
                    case BEYOND -> HttpStatus.FORBIDDEN;
                    case TAKEN -> HttpStatus.CONFLICT;
                };
        ProblemDetail problem = ApiProblem.of(status, refused.problem(), refused.remedy());
        problem.setProperty("parameter", refused.member());
        return new ErrorResponseException(status, problem, null);
    }
}
