package io.redress.intake.batch;

import io.redress.intake.Arrival;
import io.redress.intake.Normalizers;
import io.redress.intake.RawMessage;
import io.redress.intake.recording.BatchRecorder;
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

    private final Function<Object, RawMessage> reader;
    private final Normalizers normalizers;
    private final TriageService triage;
    private final TicketSchema schema;
    private final BatchRecorder recorder;

    /** @param reader makes an arrival of a message as its queue gave it; it throws for one that is none */
    public BatchIntake(
            Function<Object, RawMessage> reader,
            Normalizers normalizers,
            TriageService triage,
            TicketSchema schema,
            BatchRecorder recorder) {
        this.reader = reader;
        this.normalizers = normalizers;
        this.triage = triage;
        this.schema = schema;
        this.recorder = recorder;
    }

    /** Reads messages up to the first that cannot be read. One that came alone is left to be tried alone. */
    public ArrivalBatch read(List<?> messages) {
        var batch = new ArrivalBatch(messages);
        if (messages.size() > 1) {
            try {
                for (Object message : batch.messages()) {
                    batch.read(normalizers.read(reader.apply(message)));
                }
            } catch (RuntimeException e) {
                told(batch, messages.size() - batch.arrivals().size(), e);
            }
        }
        return batch;
    }

    /** What was read, for those who complete it. */
    public List<Arrival> arrivals(ArrivalBatch batch) {
        return batch.arrivals();
    }

    /**
     * Judges arrivals, and writes down what becomes of them, up to the first that cannot be judged or written down.
     *
     * @param completed the batch's arrivals with what other systems know of them, in its order
     */
    public void record(ArrivalBatch batch, List<Arrival> completed) {
        List<AssessedArrival> assessed = new ArrayList<>();
        try {
            for (Arrival arrival : completed) {
                AssessedArrival one = triage.assess(arrival);
                if (one.ticket() != null) {
                    schema.check(one.ticket());
                }
                assessed.add(one);
            }
        } catch (RuntimeException e) {
            told(batch, batch.messages().size() - assessed.size(), e);
        }
        recorder.record(assessed, batch::ended);
    }

    /** Says why the rest of a batch is tried alone; what fails then is told with its name. */
    public void broken(ArrivalBatch batch, Throwable why) {
        told(batch, batch.rest().size(), why);
    }

    private static void told(ArrivalBatch batch, int rest, Throwable why) {
        LOG.info(
                "{} of {} arrivals that came together are tried one by one ({})",
                rest,
                batch.messages().size(),
                why.getClass().getSimpleName());
    }
}
