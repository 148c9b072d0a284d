package io.redress.ops;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.jms.JMSException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits where. */
@RestController
@RequestMapping("/api/queues")
@Tag(name = "Queues", description = "Where messages wait for the next stage or for a downstream system")
class QueuesApi {

    private static final Logger LOG = LoggerFactory.getLogger(QueuesApi.class);

    private final Queues queues;
    private final DeadLetters deadLetters;

    QueuesApi(Queues queues, DeadLetters deadLetters) {
        this.queues = queues;
        this.deadLetters = deadLetters;
    }

    @GetMapping
    @Operation(summary = "List queues", description = "All of them, in the order of the flow; there is one page.")
    Page<QueueState> list() throws JMSException {
        return new Page<>(queues.all(), null);
    }

    @PostMapping("/{name}/replay")
    @Operation(
            summary = "Replay a queue of failures",
            description =
                    "Empties queue invalid or a DLQ: what names an item has the item replayed, what was a message of"
                            + " queue X in DLQ.X goes back to X. Up to 10,000 messages a call.")
    ResponseEntity<Object> replay(
            @PathVariable @Parameter(description = "invalid or DLQ.<queue>", example = "DLQ.intake") String name,
            @Nullable Principal operator)
            throws JMSException {
        if (!DeadLetters.replays(name)) {
            return ResponseEntity.of(Problem.of(
                            HttpStatus.CONFLICT,
                            "Queue " + name + " does not hold failures",
                            "Replay queue invalid or one whose name begins with DLQ."))
                    .build();
        }
        if (!queues.has(name)) {
            throw new NotThere("There is no queue " + name, "See GET /api/queues.");
        }
        LOG.info("key {} replays queue {}", operator == null ? "none" : operator.getName(), name);
        return ResponseEntity.accepted().body(new Replayed(deadLetters.replay(name)));
    }
}
