package io.redress.channel.callcenter;

import io.redress.mapping.FieldProblem;
import io.redress.mapping.FieldProblems;
import io.redress.mapping.MappedFields;
import io.redress.mapping.Mapping;
import io.redress.mapping.MappingResult;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/** What a row says, or why it says nothing that can be used. */
sealed interface ParsedCallRow {

    /** @param sourceKey the call's own id, else {@code sha256:} of what the row says, so that the same call has the same key */
    record Call(MappedFields fields, String sourceKey) implements ParsedCallRow {}

    /**
     * @param column the first one that is wrong; empty when it is the row as a whole
     * @param problem of all columns, without their values
     */
    record Rejected(String column, String problem, String remedy) implements ParsedCallRow {}

    static ParsedCallRow of(RowOriginal row, Mapping mapping) {
        if (row.columns() == null) {
            return new Rejected(
                    "",
                    row.problem() == null ? "the row could not be taken apart" : row.problem(),
                    row.remedy() == null ? "send it again" : row.remedy());
        }
        var source = new LinkedHashMap<String, List<String>>();
        row.columns().forEach((name, value) -> source.put(name, List.of(value)));
        MappingResult mappingResult = mapping.applyToRow(source);
        if (mappingResult instanceof FieldProblems wrong) {
            return rejected(wrong.problems());
        }
        MappedFields fields = (MappedFields) mappingResult;
        String id = fields.sourceKey();
        return new Call(fields, id == null ? "sha256:" + DigestUtils.sha256Hex(said(fields)) : "call:" + id);
    }

    private static Rejected rejected(List<FieldProblem> problems) {
        var problem = new StringBuilder();
        var remedy = new StringBuilder();
        for (FieldProblem each : problems) {
            String before = problem.isEmpty() ? "" : "; ";
            problem.append(before).append("'" + each.sourceName() + "' ").append(each.problem());
            remedy.append(before).append(each.remedy());
        }
        return new Rejected(problems.get(0).sourceName(), problem.toString(), remedy.toString());
    }

    private static String said(MappedFields fields) {
        return String.join(
                "\u001F",
                said(fields.customer()),
                said(fields.product()),
                String.valueOf(fields.subject()),
                fields.text(),
                String.valueOf(fields.wants()),
                String.valueOf(fields.occurredAt()));
    }

    /** As it was said before a customer had other members: a file of that time that comes again has the same keys. */
    private static String said(Customer customer) {
        return "Customer[name=%s, phones=%s, emails=%s, handles=%s, tier=%s]"
                .formatted(customer.name(), customer.phones(), customer.emails(), customer.handles(), customer.tier());
    }

    /** Without a store as it was said before rows could name one: a file of that time that comes again has the same keys. */
    private static String said(Product product) {
        String said = "Product[name=%s, model=%s, serial=%s, orderNo=%s, purchasedOn=%s, warranty=%s]"
                .formatted(
                        product.name(),
                        product.model(),
                        product.serial(),
                        product.orderNo(),
                        product.purchasedOn(),
                        product.warranty());
        return product.store() == null ? said : said + "\u001F" + product.store();
    }
}
