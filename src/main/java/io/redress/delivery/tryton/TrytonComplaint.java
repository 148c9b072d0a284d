package io.redress.delivery.tryton;

import io.redress.delivery.Delivery;
import io.redress.delivery.TargetRefused;
import io.redress.handoff.BlobStore;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** A ticket as Tryton's {@code sale.complaint} takes it. */
record TrytonComplaint(Delivery delivery, BlobStore files) {

    private static final Set<String> OTHERWISE = Set.of("type", "party", "date", "attachments");

    static String resource(long id) {
        return "sale.complaint," + id;
    }

    /** The complaint type's name. */
    String type() {
        Object type = delivery.fields().get("type");
        if (type == null) {
            throw new TargetRefused("no complaint type is mapped for this ticket");
        }
        return type.toString();
    }

    TrytonCustomer customer() {
        return TrytonCustomer.of(
                delivery.fields().get("party"),
                delivery.ticket().number(),
                delivery.ticket().customer().phonesInText());
    }

    /** All mapped fields but those that need a look-up, and our number. */
    Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>(delivery.fields());
        values.keySet().removeAll(OTHERWISE);
        if (delivery.fields().get("date") instanceof String date) {
            values.put("date", date(date));
        }
        values.put("reference", delivery.ticket().number());
        return values;
    }

    List<Supplier<Map<String, Object>>> attachments(long id) {
        return attachments(id, List.of());
    }

    /**
     * The attachments that the mapping lets through.
     *
     * @param there names of those that Tryton has already
     */
    List<Supplier<Map<String, Object>>> attachments(long id, Collection<String> there) {
        var attachments = new ArrayList<Supplier<Map<String, Object>>>();
        if (delivery.fields().get("attachments") instanceof List<?> mapped) {
            for (int i = 0; i < mapped.size(); i++) {
                String name = i + 1 + " " + name(mapped.get(i));
                if (mapped.get(i) instanceof Map<?, ?> file
                        && file.get("ref") instanceof String ref
                        && file.get("quarantine") == null
                        && !there.contains(name)) {
                    attachments.add(() -> attachment(id, name, files.get(ref)));
                }
            }
        }
        return attachments;
    }

    private static Map<String, Object> attachment(long id, String name, byte[] bytes) {
        String base64 = Base64.getEncoder().encodeToString(bytes);
        return Map.of(
                "resource",
                resource(id),
                "name",
                name,
                "type",
                "data",
                "data",
                Map.of("__class__", "bytes", "base64", base64));
    }

    /** With its place before it: Tryton wants each name once at a record, and customers send "photo.jpg" twice. */
    private static String name(Object file) {
        Object name = file instanceof Map<?, ?> members ? members.get("name") : null;
        return name == null ? "file" : name.toString();
    }

    private static Map<String, Object> date(String date) {
        try {
            LocalDate day = LocalDate.parse(date);
            return Map.of(
                    "__class__", "date",
                    "year", day.getYear(),
                    "month", day.getMonthValue(),
                    "day", day.getDayOfMonth());
        } catch (DateTimeException e) {
            throw new TargetRefused("the mapped date is none: write time: yyyy-MM-dd");
        }
    }
}
