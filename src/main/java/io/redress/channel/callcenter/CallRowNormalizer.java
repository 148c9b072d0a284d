package io.redress.channel.callcenter;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ItemState;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Normalizer;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.intake.SenderVerification;
import io.redress.language.LanguageDetector;
import io.redress.mapping.MappedFields;
import io.redress.mapping.Mapping;
import io.redress.mapping.Mappings;
import io.redress.ticket.Complaint;
import io.redress.ticket.TicketNumber;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the rows of call-centre files ({@link RowOriginal}), by the mapping that the channel's file names. */
public final class CallRowNormalizer implements Normalizer {

    public static final String FORMAT = "call-row";
    public static final String KIND = "call-center";

    /** Attributes of a row's item: the mapping's name, the zone of its times, the file, and the line in it. */
    static final String MAPPING = "mapping";

    static final String ZONE = "zone";
    static final String FILE = "file";
    static final String LINE = "line";

    private final Mappings mappings;

    public CallRowNormalizer(Mappings mappings) {
        this.mappings = mappings;
    }

    @Override
    public String format() {
        return FORMAT;
    }

    /** The columns in the order of their names: how the file writes them does not matter. */
    @Override
    public String said(byte[] original) {
        try {
            Map<String, String> columns = RowOriginal.read(original).columns();
            return columns == null ? Normalizer.super.said(original) : new TreeMap<>(columns).toString();
        } catch (IOException e) {
            return Normalizer.super.said(original);
        }
    }

    @Override
    public NormalizationResult read(RawMessage raw, byte[] original) {
        RowOriginal row;
        try {
            row = RowOriginal.read(original);
        } catch (IOException e) {
            return refusal(raw, "the original is not JSON of a row → hand the row in again in a file");
        }
        String name = Objects.requireNonNull(raw.attribute(MAPPING), "every row names its mapping");
        Mapping mapping = mapping(mappings, name, raw.attribute(ZONE));
        ParsedCallRow parsed = ParsedCallRow.of(row, mapping);
        if (parsed instanceof ParsedCallRow.Rejected wrong) {
            return refusal(raw, wrong.problem() + " → " + wrong.remedy());
        }
        ParsedCallRow.Call call = (ParsedCallRow.Call) parsed;
        MappedFields fields = call.fields();
        var complaint = new Complaint(
                fields.subject(),
                fields.text(),
                LanguageDetector.of(fields.text()),
                fields.wants(),
                fields.occurredAt(),
                List.of());
        return new CanonicalComplaint(
                        KIND,
                        call.sourceKey(),
                        fields.customer(),
                        fields.product(),
                        complaint,
                        List.of(),
                        List.copyOf(TicketNumber.namedIn(fields.text())),
                        List.of(),
                        false,
                        SenderVerification.UNPROVED)
                .withHints(fields.hints());
    }

    static Mapping mapping(Mappings mappings, String name, @Nullable String zone) {
        Mapping mapping = mappings.get(name);
        return zone == null || zone.isBlank() ? mapping : mapping.in(ZoneId.of(zone));
    }

    private static Refusal refusal(RawMessage raw, String why) {
        String where = raw.attribute(FILE) + ", line " + raw.attribute(LINE) + ": ";
        return new Refusal(ItemState.INVALID, where + why, null, List.of());
    }
}
