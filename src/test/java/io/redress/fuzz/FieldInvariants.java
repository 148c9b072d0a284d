package io.redress.fuzz;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.SenderVerification;
import io.redress.mapping.MappedFields;
import io.redress.mapping.MappingResult;
import io.redress.ticket.Complaint;
import java.util.List;

/** What must hold for fields that were mapped. Not in the test itself: its process instruments no class that JUnit read before. */
final class FieldInvariants {

    private FieldInvariants() {}

    static void check(MappingResult mappingResult) {
        if (mappingResult instanceof MappedFields fields) {
            ParserInvariants.check(complaint(fields));
        }
    }

    private static CanonicalComplaint complaint(MappedFields fields) {
        var complaint =
                new Complaint(fields.subject(), fields.text(), "und", fields.wants(), fields.occurredAt(), List.of());
        String key = fields.sourceKey() == null ? "key" : fields.sourceKey();
        return new CanonicalComplaint(
                "any",
                key,
                fields.customer(),
                fields.product(),
                complaint,
                List.of(),
                List.of(),
                List.of(),
                false,
                SenderVerification.UNPROVED);
    }
}
