package io.redress.api.user;

import io.redress.permission.Actor;
import io.redress.permission.Permission;
import io.redress.permission.RequiresActor;
import io.redress.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who asks, for scripts and pages that show what may be done. */
@RestController
@RequiresActor
@RequestMapping("/api/me")
@Tag(name = "Users")
class MeApi {

    /**
     * Who asks.
     *
     * @param kind {@code person} or {@code key}
     * @param teams with categories empty, too: all tickets
     */
    record Me(String kind, String name, List<String> permissions, List<String> teams, List<String> categories) {}

    @GetMapping
    @Operation(summary = "Say who asks", description = "The user or the key of this request, and what it may do.")
    Me get(Principal principal) {
        Actor actor = Objects.requireNonNull(CurrentActor.of(principal), "every request has an actor here");
        return new Me(
                actor.kind().name().toLowerCase(Locale.ROOT),
                actor.name(),
                actor.permissions().stream().map(Permission::key).toList(),
                actor.scope().teams().stream().sorted().toList(),
                actor.scope().categories().stream().sorted().toList());
    }
}
