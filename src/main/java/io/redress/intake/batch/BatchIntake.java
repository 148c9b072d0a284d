package io.redress.intake.batch;

import io.redress.failure.RedactedException;
import io.redress.intake.Arrival;
import io.redress.intake.ItemLogContext;
import io.redress.intake.Normalizers;
import io.redress.intake.RawMessage;
import io.redress.intake.recording.BatchRecorder;
import io.redress.lookup.LookupService;
import io.redress.triage.AssessedArrival;
import io.redress.triage.TriageService;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a batch from its queue to the ledger, as far as the hub's own rules decide it. Whatever goes wrong here is no
 * failure yet: what it concerns is tried alone, by the route that knows what to do about failures.
 */
public final class BatchIntake {

    private static final Logger LOG = LoggerFactory.getLogger(BatchIntake.class);

    /** Half of the threads that ask: a batch takes no longer than one complaint's time limit. */
    private static final int MOST_QUESTIONS = 32;

    /** Originals of a batch, whose attachments are all in memory until it is recorded. */
    private static final long MOST_BYTES = 4L << 20;

    private final Function<Object, RawMessage> reader;
    private final Normalizers normalizers;
    private final LookupService lookups;
    private final TriageService triage;
    private final TicketSchema schema;
    private final BatchRecorder recorder;

    /** @param reader makes an arrival of a message as its queue gave it; it throws for one that is none */
    public BatchIntake(
            Function<Object, RawMessage> reader,
            Normalizers normalizers,
            LookupService lookups,
            TriageService triage,
            TicketSchema schema,
            BatchRecorder recorder) {
        this.reader = reader;
        this.normalizers = normalizers;
        this.lookups = lookups;
        this.triage = triage;
        this.schema = schema;
        this.recorder = recorder;
    }

    /**
     * Reads messages up to the first that cannot be read, that makes the batch too big, or about which other systems would
     * be asked too much at once. One that came alone is left to be tried alone.
     */
    public ArrivalBatch read(List<?> messages) {
        var batch = new ArrivalBatch(messages);
        if (messages.size() == 1) {
            return batch;
        }
        try {
            int questions = 0;
            long bytes = 0;
            for (Object message : batch.messages()) {
                RawMessage raw = reader.apply(message);
                bytes += raw.original().size();
                if (bytes > MOST_BYTES) {
                    break; // it begins the next batch; the first of all is too big for any, and is tried alone
                }
                Arrival arrival = read(raw);
                questions += lookups.questions(arrival).size();
                if (questions > MOST_QUESTIONS && !batch.arrivals().isEmpty()) {
                    break;
                }
                batch.read(arrival);
            }
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            batch.failed();
            LOG.info(
                    "An arrival that came with others is tried alone ({})",
                    e.getClass().getSimpleName());
        }
        return batch;
    }

    private Arrival read(RawMessage raw) {
        try (var context = ItemLogContext.of(raw)) {
            return normalizers.read(raw);
        }
    }

    private AssessedArrival assess(Arrival arrival) {
        try (var context = ItemLogContext.of(arrival.raw())) {
            AssessedArrival assessed = triage.assess(arrival);
            return assessed.ticket() == null
                    ? assessed
                    : new AssessedArrival(arrival, assessed.ticket(), schema.document(assessed.ticket()));
        }
    }

    /**
     * Judges arrivals, and writes down what becomes of them, up to the first that cannot be judged.
     *
     * @param completed the batch's arrivals with what other systems know of them, in its order
     * @throws RuntimeException why an arrival could not be written down; {@link ArrivalBatch#alone()} is that one
     */
    public void record(ArrivalBatch batch, List<Arrival> completed) {
        List<AssessedArrival> assessed = new ArrayList<>();
        try {
            for (Arrival arrival : completed) {
                assessed.add(assess(arrival));
            }
        } catch (RuntimeException e) {
            broken(batch, e);
        }
        recorder.record(assessed, batch::ended);
    }

    /** Has the next message of a batch tried alone; what fails then is told with its name. */
    public void broken(ArrivalBatch batch, Throwable why) {
        batch.failed();
        LOG.warn(
                "Arrivals that came together cannot be recorded together; the first is tried alone",
                RedactedException.of(why));
    }
}
