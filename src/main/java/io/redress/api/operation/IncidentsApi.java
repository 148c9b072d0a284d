package io.redress.api.operation;

import io.redress.api.InvalidParameterException;
import io.redress.api.Page;
import io.redress.api.PageFilter;
import io.redress.ledger.ListPosition;
import io.redress.ledger.incident.SqlIncidents;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What those in charge were told of channels, targets and the intake. */
@RestController
@RequiresPermission(Permission.OPERATIONS_READ)
@RequestMapping("/api/incidents")
@Tag(name = "Incidents", description = "Trouble of channels, targets and the intake that lasted")
class IncidentsApi {

    private final SqlIncidents incidents;

    IncidentsApi(SqlIncidents incidents) {
        this.incidents = incidents;
    }

    @GetMapping
    @Operation(
            summary = "List incidents",
            description = "The latest first; each was reported when it began and when it ended.")
    Page<IncidentView> list(@ParameterObject IncidentFilter filter, @ParameterObject PageFilter page) {
        return page.of(
                (after, most) -> find(filter.which(), after, most),
                incident -> new ListPosition(incident.began(), incident.id()));
    }

    private List<IncidentView> find(@Nullable Boolean open, @Nullable ListPosition after, int most) {
        if (after != null) {
            id(after.key());
        }
        return incidents.find(open, after, most).stream().map(IncidentView::of).toList();
    }

    private static void id(String key) {
        try {
            UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException("cursor", "cursor must be the 'next' of an earlier answer, unchanged");
        }
    }
}
