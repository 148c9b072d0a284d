package io.redress.delivery.tryton;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.delivery.Delivered;
import io.redress.delivery.Delivery;
import io.redress.delivery.TargetUnavailable;
import io.redress.delivery.dialogue.Dialogue;
import io.redress.handoff.BlobStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a complaint in Tryton for each of our tickets, and adds what is heard later as notes. It looks for our number (or the
 * delivery's id) before it writes, at every attempt, and finishes what an interrupted attempt began: so neither an answer that
 * was lost nor a repeated order makes a second one.
 */
public final class TrytonTarget {

    private static final String COMPLAINT = "model.sale.complaint.";
    private static final String DRAFT = "draft";

    private final TrytonRpc rpc;
    private final TrytonParties parties;
    private final boolean submit;

    /**
     * @param user may create complaints and parties (groups Sales and Party Administration)
     * @param submit whether a complaint is made to wait for approval, or left as a draft
     */
    public TrytonTarget(String user, String password, boolean submit) {
        this.rpc = new TrytonRpc(user, password);
        this.parties = new TrytonParties(rpc);
        this.submit = submit;
    }

    /** The dialogue that makes a delivery; its result is {@link Delivered}. */
    public Dialogue begin(Delivery delivery, BlobStore files) {
        var complaint = new TrytonComplaint(delivery, files);
        if (delivery.kind().equals(Delivery.TICKET)) {
            return find(
                    delivery,
                    (id, state) -> state.equals(DRAFT) ? known(id, complaint) : ended(id, "found by our number"),
                    () -> type(complaint));
        }
        return find(delivery, (id, state) -> told(id, delivery), () -> {
            throw new TargetUnavailable("Tryton has no complaint with our number yet", null);
        });
    }

    /** By the record that an earlier delivery made: people there can put our number into the reference of another one. */
    private Dialogue find(Delivery delivery, BiFunction<Long, String, Dialogue> found, Supplier<Dialogue> none) {
        String known = delivery.recordId();
        List<?> ours = List.of(
                known == null
                        ? List.of("reference", "=", delivery.ticket().number())
                        : List.of("id", "=", Long.parseLong(known)));
        return first(
                COMPLAINT,
                ours,
                "state",
                record -> record == null
                        ? none.get()
                        : found.apply(
                                record.path("id").asLong(), record.path("state").asText()));
    }

    private Dialogue type(TrytonComplaint complaint) {
        String name = complaint.type();
        return first(COMPLAINT + "type.", List.of(List.of("name", "=", name)), "name", record -> {
            if (record == null) {
                throw new TargetUnavailable(
                        "Tryton has no complaint type '" + name + "': make it under Sales, or map another", null);
            }
            return parties.of(complaint.customer(), party -> create(complaint, record.path("id"), party));
        });
    }

    private Dialogue create(TrytonComplaint complaint, JsonNode type, long party) {
        var values = new LinkedHashMap<String, Object>(complaint.values());
        values.put("type", type.asLong());
        values.put("customer", party);
        values.putAll(rpc.context());
        return rpc.call(COMPLAINT + "create", List.of(List.of(values), rpc.context()), ids -> {
            long id = ids.path(0).asLong();
            return attach(id, complaint.attachments(id), 0, null);
        });
    }

    /** Made by an attempt that was interrupted before it was finished. */
    private Dialogue known(long id, TrytonComplaint complaint) {
        var resource = List.of(List.of("resource", "=", TrytonComplaint.resource(id)));
        return rpc.call("model.ir.attachment.search_read", search(resource, 1000, "name"), there -> {
            List<String> names = there.findValuesAsText("name");
            List<Supplier<Map<String, Object>>> missing = complaint.attachments(id, names);
            return attach(id, missing, 0, "found by our number");
        });
    }

    /** One file after the other, each read when it is its turn. */
    private Dialogue attach(long id, List<Supplier<Map<String, Object>>> files, int at, @Nullable String note) {
        if (at == files.size()) {
            return submit
                    ? rpc.call(COMPLAINT + "wait", List.of(List.of(id), rpc.context()), done -> ended(id, note))
                    : ended(id, note);
        }
        var params = List.of(List.of(files.get(at).get()), Map.of());
        return rpc.call("model.ir.attachment.create", params, done -> attach(id, files, at + 1, note));
    }

    private Dialogue told(long id, Delivery delivery) {
        var note = new TrytonNote(TrytonComplaint.resource(id), delivery);
        if (!delivery.mayHaveArrived()) {
            return write(id, note);
        }
        return first(
                "model.ir.note.",
                note.domain(),
                "resource",
                record -> record == null ? write(id, note) : ended(id, "was there already"));
    }

    private Dialogue write(long id, TrytonNote note) {
        return rpc.call("model.ir.note.create", List.of(List.of(note.values()), Map.of()), done -> ended(id, null));
    }

    private Dialogue first(String model, List<?> domain, String field, Function<@Nullable JsonNode, Dialogue> then) {
        return rpc.call(model + "search_read", search(domain, 1, field), found -> then.apply(found.get(0)));
    }

    private static List<?> search(List<?> domain, int limit, String field) {
        return List.of(domain, 0, limit, List.of(List.of("id", "ASC")), List.of(field), Map.of());
    }

    private static Dialogue ended(long id, @Nullable String note) {
        return Dialogue.ended(new Delivered(String.valueOf(id), note));
    }
}
