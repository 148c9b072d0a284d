package io.redress.api.operation;

import io.redress.api.Page;
import io.redress.broker.monitoring.QueueMonitor;
import io.redress.broker.monitoring.QueueState;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.jms.JMSException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits where. */
@RestController
@RequiresPermission(Permission.OPERATIONS_READ)
@RequestMapping("/api/queues")
@Tag(name = "Queues", description = "Where messages wait for the next stage or for a downstream system")
class QueuesApi {

    private final QueueMonitor queues;

    QueuesApi(QueueMonitor queues) {
        this.queues = queues;
    }

    @GetMapping
    @Operation(summary = "List queues", description = "All of them, in the order of the flow; there is one page.")
    Page<QueueState> list() throws JMSException {
        return new Page<>(queues.all(), null);
    }
}
