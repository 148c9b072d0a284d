package io.redress.mapping;

import io.redress.intake.SourceHints;
import io.redress.mapping.Mapping.Found;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One source on its way to canonical fields: collects what is wrong, and what no field took. */
final class FieldMapper {

    private static final Set<CanonicalField> MANY =
            Set.of(CanonicalField.CUSTOMER_PHONE, CanonicalField.CUSTOMER_EMAIL, CanonicalField.CUSTOMER_HANDLE);
    /** Those of the canonical schema. */
    static final List<String> TIERS = List.of("vip", "regular", "new");

    private final ValueRules rules;
    private final Map<String, List<String>> source;
    private final Map<String, String> byPlainName = new LinkedHashMap<>();
    private final List<String> inOrder;
    private final Map<String, List<String>> extras;
    private final List<FieldProblem> problems = new ArrayList<>();

    FieldMapper(ValueRules rules, Map<String, List<String>> source) {
        this.rules = rules;
        this.source = source;
        this.inOrder = List.copyOf(source.keySet());
        this.extras = new LinkedHashMap<>(source);
        inOrder.forEach(name -> byPlainName.putIfAbsent(SourceName.plain(name), name));
    }

    void report(FieldProblem problem) {
        problems.add(problem);
    }

    /** The values of the first name that has any; of all names for what a customer may have several of. */
    Found find(CanonicalField field, List<SourceName> names) {
        var values = new ArrayList<String>();
        String foundIn = names.get(0).written();
        for (SourceName name : names) {
            String sourceName = nameInSource(name);
            if (sourceName == null || (!values.isEmpty() && !MANY.contains(field))) {
                continue;
            }
            List<String> here = source.getOrDefault(sourceName, List.of()).stream()
                    .map(CleanText::of)
                    .map(value -> rules.inColumns() ? WholeNumber.of(field, value) : value)
                    .filter(value -> !rules.isEmpty(value))
                    .toList();
            foundIn = values.isEmpty() ? sourceName : foundIn;
            values.addAll(here);
            extras.remove(sourceName);
            here.forEach(value -> ValueCheck.of(rules, field, sourceName, value).ifPresent(this::report));
        }
        return new Found(foundIn, values.stream().distinct().toList());
    }

    MappingResult finish(Map<CanonicalField, Found> found) {
        var fields = fields(found);
        if (problems.isEmpty()) {
            return fields;
        }
        return new FieldProblems(problems.stream()
                .sorted(Comparator.comparing(problem -> CanonicalField.keys().indexOf(problem.canonicalField())))
                .toList());
    }

    private @Nullable String nameInSource(SourceName name) {
        if (name.number() > 0) {
            return name.number() <= inOrder.size() ? inOrder.get(name.number() - 1) : null;
        }
        return byPlainName.get(SourceName.plain(name.written()));
    }

    private MappedFields fields(Map<CanonicalField, Found> found) {
        var customer = new Customer(
                text(found, CanonicalField.CUSTOMER_NAME),
                all(found, CanonicalField.CUSTOMER_PHONE).stream()
                        .flatMap(written -> rules.phones().read(written).stream())
                        .distinct()
                        .toList(),
                all(found, CanonicalField.CUSTOMER_EMAIL).stream()
                        .map(ValueRules::fold)
                        .distinct()
                        .toList(),
                all(found, CanonicalField.CUSTOMER_HANDLE),
                tier(found));
        var product = new Product(
                text(found, CanonicalField.PRODUCT_NAME),
                text(found, CanonicalField.PRODUCT_MODEL),
                text(found, CanonicalField.PRODUCT_SERIAL),
                text(found, CanonicalField.PRODUCT_ORDER_NO),
                one(found, CanonicalField.PRODUCT_PURCHASED_ON)
                        .flatMap(rules.times()::date)
                        .orElse(null),
                text(found, CanonicalField.PRODUCT_WARRANTY),
                text(found, CanonicalField.PRODUCT_STORE));
        String said = text(found, CanonicalField.TEXT);
        return new MappedFields(
                customer,
                product,
                text(found, CanonicalField.SUBJECT),
                said == null ? "" : said,
                text(found, CanonicalField.WANTS),
                instant(found, CanonicalField.OCCURRED_AT),
                text(found, CanonicalField.SOURCE_KEY),
                new SourceHints(
                        text(found, CanonicalField.CATEGORY),
                        text(found, CanonicalField.PRIORITY),
                        text(found, CanonicalField.STATUS),
                        instant(found, CanonicalField.CLOSED_AT)),
                Collections.unmodifiableMap(extras));
    }

    private @Nullable Instant instant(Map<CanonicalField, Found> found, CanonicalField field) {
        return one(found, field)
                .flatMap(rules.times()::instant)
                .filter(at -> !at.equals(Instant.EPOCH))
                .orElse(null);
    }

    private static List<String> all(Map<CanonicalField, Found> found, CanonicalField field) {
        Found value = found.get(field);
        return value == null ? List.of() : value.values();
    }

    private static Optional<String> one(Map<CanonicalField, Found> found, CanonicalField field) {
        return all(found, field).stream().findFirst();
    }

    private @Nullable String text(Map<CanonicalField, Found> found, CanonicalField field) {
        List<String> values = all(found, field).stream()
                .map(value -> rules.meaning(field, value))
                .toList();
        String between = field == CanonicalField.TEXT ? "\n" : ", ";
        return values.isEmpty() ? null : String.join(between, values);
    }

    private @Nullable String tier(Map<CanonicalField, Found> found) {
        Found value = found.get(CanonicalField.CUSTOMER_TIER);
        if (value == null) {
            return null;
        }
        String tier = rules.meaning(CanonicalField.CUSTOMER_TIER, value.values().get(0));
        if (TIERS.contains(tier)) {
            return tier;
        }
        extras.put(value.sourceName(), value.values());
        return null;
    }
}
