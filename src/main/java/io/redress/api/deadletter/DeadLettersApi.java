package io.redress.api.deadletter;

import io.redress.api.ApiProblem;
import io.redress.api.InvalidParameterException;
import io.redress.api.NotFoundException;
import io.redress.api.Page;
import io.redress.api.PageFilter;
import io.redress.api.ParameterValue;
import io.redress.api.item.Replayed;
import io.redress.broker.monitoring.QueueMonitor;
import io.redress.due.QueueNames;
import io.redress.ledger.ListPosition;
import io.redress.ledger.failure.DiscardedDeadLetters;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.jms.JMSException;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Messages that failed: looked at, put back to work, or discarded. */
@RestController
@RequestMapping("/api/queues/{name}")
@Tag(name = "Queues")
class DeadLettersApi {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLettersApi.class);
    private static final String OF_FAILURES = "invalid or DLQ.<queue>";
    private static final String EXAMPLE = "DLQ.tickets.updates";
    private static final int LONGEST_WHY = 500;

    /** The newest first; the id orders those of one instant. */
    private static final Comparator<DeadLetter> ORDER = Comparator.comparing(DeadLetter::failedAt)
            .thenComparing(DeadLetter::id)
            .reversed();

    private final QueueMonitor queues;
    private final DeadLetters letters;
    private final DiscardedDeadLetters discarded;

    DeadLettersApi(QueueMonitor queues, DeadLetters letters, DiscardedDeadLetters discarded) {
        this.queues = queues;
        this.letters = letters;
        this.discarded = discarded;
    }

    /**
     * Why messages are discarded.
     *
     * @param why for the record, without personal data
     * @param all true: every message of the queue, where no parameter chooses some
     */
    record Discard(@Nullable String why, @Nullable Boolean all) {}

    @RequiresPermission(Permission.ITEMS_READ)
    @GetMapping("/messages")
    @Operation(
            summary = "List messages that failed",
            description = "The newest first, each with its reason, without what is in it. Of the oldest 10,000;"
                    + " an external ActiveMQ shows 400 messages of a queue by default.")
    Page<DeadLetter> list(
            @PathVariable @Parameter(description = OF_FAILURES, example = EXAMPLE) String name,
            @ParameterObject DeadLetterFilter filter,
            @ParameterObject PageFilter page)
            throws JMSException {
        check(name);
        List<DeadLetter> all = letters.list(name, filter.selection().chosen());
        return page.of(
                (after, most) -> all.stream()
                        .sorted(ORDER)
                        .filter(letter -> after == null || isOlder(letter, after))
                        .limit(most)
                        .toList(),
                letter -> new ListPosition(letter.failedAt(), letter.id()));
    }

    @RequiresPermission(Permission.ITEMS_READ)
    @GetMapping("/messages/{id}")
    @Operation(
            summary = "Read a message that failed",
            description = "With its body as it is: text, or bytes in Base64. The log says who read it.")
    DeadLetters.Opened read(
            @PathVariable @Parameter(description = OF_FAILURES, example = EXAMPLE) String name,
            @PathVariable @Parameter(description = "The message's id") String id,
            @Nullable Principal reader)
            throws JMSException {
        check(name);
        DeadLetters.Opened opened = letters.find(name, id)
                .orElseThrow(() -> new NotFoundException(
                        "Queue " + name + " has no message of that id", "See GET /api/queues/" + name + "/messages."));
        LOG.info(
                "{} read message {} of queue {}",
                CurrentActor.name(reader),
                opened.letter().id(),
                name);
        return opened;
    }

    @RequiresPermission(Permission.OPERATIONS_WRITE)
    @PostMapping("/replay")
    @Operation(
            summary = "Replay messages that failed",
            description = "Those that are chosen, or all: what names an item has the item replayed, what was a message"
                    + " of queue X in DLQ.X goes back to X. Each once a call, up to 10,000.")
    @ApiResponse(responseCode = "202", description = "How many are at work again")
    ResponseEntity<Replayed> replay(
            @PathVariable @Parameter(description = OF_FAILURES, example = EXAMPLE) String name,
            @ParameterObject DeadLetterSelection selection,
            @Nullable Principal operator)
            throws JMSException {
        var chosen = selection.chosen();
        check(name);
        LOG.info("{} replays queue {}", CurrentActor.name(operator), name);
        return ResponseEntity.accepted().body(letters.replay(name, chosen));
    }

    @RequiresPermission(Permission.OPERATIONS_WRITE)
    @PostMapping("/discard")
    @Operation(
            summary = "Discard messages that failed",
            description = "Removes for good those that are chosen, or with all=true in the body every one, up to 10,000"
                    + " a call. Who did it and why is kept: GET /api/queues/{name}/discarded.")
    Discarded discard(
            @PathVariable @Parameter(description = OF_FAILURES, example = EXAMPLE) String name,
            @ParameterObject DeadLetterSelection selection,
            @RequestBody Discard order,
            @Nullable Principal operator)
            throws JMSException {
        var chosen = selection.chosen();
        String why = ParameterValue.text(order.why());
        if (why == null || why.length() > LONGEST_WHY || why.indexOf('\0') >= 0) {
            throw new InvalidParameterException(
                    "why", "why must say in 1 to " + LONGEST_WHY + " characters why they are discarded");
        }
        if (selection.isEmpty() && !Boolean.TRUE.equals(order.all())) {
            throw new InvalidParameterException(
                    "id", "choose messages by id, reason, from or to; all=true in the body means every one");
        }
        check(name);
        Discarded result = letters.discard(name, chosen, CurrentActor.name(operator), why);
        LOG.info("{} discarded {} messages of queue {}", CurrentActor.name(operator), result.messages(), name);
        return result;
    }

    @RequiresPermission(Permission.ITEMS_READ)
    @GetMapping("/discarded")
    @Operation(summary = "List discarded messages", description = "Who discarded what, and why; the newest first.")
    Page<DiscardedDeadLetters.Entry> discarded(
            @PathVariable @Parameter(description = OF_FAILURES, example = EXAMPLE) String name,
            @ParameterObject PageFilter page)
            throws JMSException {
        check(name);
        return page.of(
                (after, most) -> discarded.find(name, after, most), entry -> new ListPosition(entry.at(), entry.id()));
    }

    private void check(String name) throws JMSException {
        if (!QueueNames.isOfFailures(name)) {
            throw ApiProblem.conflict(
                    "Queue " + name + " does not hold failures",
                    "Name queue invalid or one whose name begins with DLQ.");
        }
        if (!queues.has(name)) {
            throw new NotFoundException("There is no queue " + name, "See GET /api/queues.");
        }
    }

    private static boolean isOlder(DeadLetter letter, ListPosition than) {
        int time = letter.failedAt().compareTo(than.at());
        return time < 0 || (time == 0 && letter.id().compareTo(than.key()) < 0);
    }
}
