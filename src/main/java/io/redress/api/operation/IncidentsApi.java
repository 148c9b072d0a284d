package io.redress.api.operation;

import io.redress.api.Cursor;
import io.redress.api.InvalidParameterException;
import io.redress.api.Page;
import io.redress.api.ParameterValue;
import io.redress.ledger.ListPosition;
import io.redress.ledger.incident.SqlIncidents;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What those in charge were told of channels, targets and the intake. */
@RestController
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
    Page<IncidentView> list(@ParameterObject IncidentFilter filter) {
        int size = ParameterValue.size(filter.size());
        ListPosition after = Cursor.readOrNull(filter.cursor());
        if (after != null) {
            id(after.key());
        }
        return Page.of(
                incidents.find(filter.which(), after, size + 1).stream()
                        .map(IncidentView::of)
                        .toList(),
                size,
                incident -> new ListPosition(incident.began(), incident.id()));
    }

    private static void id(String key) {
        try {
            UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException("cursor", "cursor must be the 'next' of an earlier answer, unchanged");
        }
    }
}
