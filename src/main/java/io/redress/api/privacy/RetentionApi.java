package io.redress.api.privacy;

import io.redress.ledger.privacy.RetentionService;
import io.redress.ledger.privacy.RetentionService.Line;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What ages, shown before it is removed. */
@RestController
@RequiresPermission(Permission.PERSONS_FORGET)
@RequestMapping("/api/retention")
@Tag(name = "Persons")
class RetentionApi {

    private final RetentionService service;

    RetentionApi(RetentionService service) {
        this.service = service;
    }

    /** @param enabled false: nothing is removed, whatever the lines say */
    record Shown(boolean enabled, List<Line> items) {}

    @GetMapping
    @Operation(
            summary = "See what the next run of retention removes",
            description = "By kind of config/retention.yaml: how many, the oldest and the newest. Nothing is removed by"
                    + " asking.")
    Shown show() {
        return new Shown(service.enabled(), service.show());
    }
}
