package io.redress.mapping;

import io.redress.intake.SourceHints;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One source on its way to canonical fields: collects what is wrong, and what no field took. */
final class FieldMapper {

    private static final Set<CanonicalField> MANY =
            Set.of(CanonicalField.CUSTOMER_PHONE, CanonicalField.CUSTOMER_EMAIL, CanonicalField.CUSTOMER_HANDLE);
    /** Those of the canonical schema. */
    static final List<String> TIERS = List.of("vip", "regular", "new");

    private final ValueRules rules;
    private final SourceValues source;
    private final Map<CanonicalField, SourceValues.Found> found = new EnumMap<>(CanonicalField.class);
    private final Map<CanonicalField, List<SourceCheck.Written>> contacts = new EnumMap<>(CanonicalField.class);
    private final List<FieldProblem> problems = new ArrayList<>();

    FieldMapper(ValueRules rules, Map<String, List<String>> source) {
        this.rules = rules;
        this.source = new SourceValues(rules, source);
    }

    void report(FieldProblem problem) {
        problems.add(problem);
    }

    boolean has(CanonicalField field) {
        return found.containsKey(field);
    }

    /** Takes the values of the first name that has any; of all names for what a customer may have several of. */
    void take(CanonicalField field, List<SourceName> names) {
        var values = new ArrayList<String>();
        String foundIn = names.get(0).written();
        for (SourceName name : names) {
            if (!values.isEmpty() && !MANY.contains(field)) {
                break;
            }
            SourceValues.Found here = source.of(field, name);
            foundIn = values.isEmpty() ? here.sourceName() : foundIn;
            values.addAll(here.values());
            if (MANY.contains(field)) {
                here.values().forEach(value -> contacts.computeIfAbsent(field, any -> new ArrayList<>())
                        .add(new SourceCheck.Written(here.sourceName(), value)));
            }
            here.values().forEach(value -> ValueCheck.of(rules, field, here.sourceName(), value)
                    .ifPresent(this::report));
        }
        if (!values.isEmpty()) {
            found.put(field, new SourceValues.Found(foundIn, List.copyOf(new LinkedHashSet<>(values))));
        }
    }

    /** The fields, or what is wrong. */
    MappingResult result() {
        return problems.isEmpty() ? fields() : new FieldProblems(sorted());
    }

    /** What is wrong, without the fields. */
    SourceCheck check() {
        return new SourceCheck(
                sorted(),
                text(CanonicalField.SOURCE_KEY),
                written(CanonicalField.CUSTOMER_PHONE),
                written(CanonicalField.CUSTOMER_EMAIL),
                rules.phones());
    }

    private List<SourceCheck.Written> written(CanonicalField field) {
        return contacts.getOrDefault(field, List.of());
    }

    private List<FieldProblem> sorted() {
        return problems.stream()
                .sorted(Comparator.comparing(problem -> CanonicalField.keys().indexOf(problem.canonicalField())))
                .toList();
    }

    private MappedFields fields() {
        var customer = new Customer(
                text(CanonicalField.CUSTOMER_NAME),
                all(CanonicalField.CUSTOMER_PHONE).stream()
                        .flatMap(written -> rules.phones().read(written).stream())
                        .distinct()
                        .toList(),
                all(CanonicalField.CUSTOMER_EMAIL).stream()
                        .map(ValueRules::fold)
                        .distinct()
                        .toList(),
                all(CanonicalField.CUSTOMER_HANDLE),
                tier());
        var product = new Product(
                text(CanonicalField.PRODUCT_NAME),
                text(CanonicalField.PRODUCT_MODEL),
                text(CanonicalField.PRODUCT_SERIAL),
                text(CanonicalField.PRODUCT_ORDER_NO),
                one(CanonicalField.PRODUCT_PURCHASED_ON)
                        .flatMap(rules.times()::date)
                        .orElse(null),
                text(CanonicalField.PRODUCT_WARRANTY),
                text(CanonicalField.PRODUCT_STORE));
        String said = text(CanonicalField.TEXT);
        return new MappedFields(
                customer,
                product,
                text(CanonicalField.SUBJECT),
                said == null ? "" : said,
                text(CanonicalField.WANTS),
                instant(CanonicalField.OCCURRED_AT),
                text(CanonicalField.SOURCE_KEY),
                new SourceHints(
                        text(CanonicalField.CATEGORY),
                        text(CanonicalField.PRIORITY),
                        text(CanonicalField.STATUS),
                        instant(CanonicalField.CLOSED_AT)),
                new MappedDevice(
                        text(CanonicalField.DEVICE_ID),
                        text(CanonicalField.DEVICE_FAULT),
                        text(CanonicalField.DEVICE_STATE)),
                Collections.unmodifiableMap(source.extras()));
    }

    private @Nullable Instant instant(CanonicalField field) {
        return one(field)
                .flatMap(rules.times()::instant)
                .filter(at -> !at.equals(Instant.EPOCH))
                .orElse(null);
    }

    private List<String> all(CanonicalField field) {
        SourceValues.Found value = found.get(field);
        return value == null ? List.of() : value.values();
    }

    private Optional<String> one(CanonicalField field) {
        return all(field).stream().findFirst();
    }

    private @Nullable String text(CanonicalField field) {
        if (!found.containsKey(field)) {
            return null;
        }
        String between = field == CanonicalField.TEXT ? "\n" : ", ";
        return all(field).stream().map(value -> rules.meaning(field, value)).collect(Collectors.joining(between));
    }

    private @Nullable String tier() {
        SourceValues.Found value = found.get(CanonicalField.CUSTOMER_TIER);
        if (value == null) {
            return null;
        }
        String tier = rules.meaning(CanonicalField.CUSTOMER_TIER, value.values().get(0));
        if (TIERS.contains(tier)) {
            return tier;
        }
        source.extras().put(value.sourceName(), value.values());
        return null;
    }
}
