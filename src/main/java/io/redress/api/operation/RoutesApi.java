package io.redress.api.operation;

import io.redress.api.Page;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.routes.reload.RouteReloader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The files of {@code routes/} and whether what they say runs. */
@RestController
@RequiresPermission(Permission.OPERATIONS_READ)
@RequestMapping("/api/routes")
@Tag(name = "Routes", description = "The flow, file by file")
class RoutesApi {

    private final ObjectProvider<RouteReloader> reloader;

    RoutesApi(ObjectProvider<RouteReloader> reloader) {
        this.reloader = reloader;
    }

    @GetMapping
    @Operation(
            summary = "List route files",
            description = "What runs, since when, and why an edit does not; there is one page. Empty where"
                    + " camel.main.routes-include-pattern lets Camel load the routes.")
    Page<RouteFileState> list() {
        RouteReloader files = reloader.getIfAvailable();
        return new Page<>(
                files == null
                        ? List.of()
                        : files.status().stream().map(RouteFileState::of).toList(),
                null);
    }
}
