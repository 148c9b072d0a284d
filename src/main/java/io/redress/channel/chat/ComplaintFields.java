package io.redress.channel.chat;

import io.redress.intake.CanonicalComplaint;
import io.redress.mapping.CanonicalField;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a complaint says, as the examples of files of {@code config/} name it. */
public final class ComplaintFields {

    private ComplaintFields() {}

    /** The texts of a complaint, by canonical name; empty where it has none. */
    public static Map<String, String> of(CanonicalComplaint read) {
        Customer customer = read.customer();
        Product product = read.product();
        Complaint complaint = read.complaint();
        var fields = new EnumMap<CanonicalField, @Nullable Object>(CanonicalField.class);
        fields.put(CanonicalField.SOURCE_KEY, read.sourceKey());
        fields.put(CanonicalField.CUSTOMER_NAME, customer.name());
        fields.put(CanonicalField.CUSTOMER_PHONE, String.join(", ", customer.phones()));
        fields.put(CanonicalField.CUSTOMER_EMAIL, String.join(", ", customer.emails()));
        fields.put(CanonicalField.CUSTOMER_HANDLE, String.join(", ", customer.handles()));
        fields.put(CanonicalField.CUSTOMER_TIER, customer.tier());
        fields.put(CanonicalField.PRODUCT_NAME, product.name());
        fields.put(CanonicalField.PRODUCT_MODEL, product.model());
        fields.put(CanonicalField.PRODUCT_SERIAL, product.serial());
        fields.put(CanonicalField.PRODUCT_ORDER_NO, product.orderNo());
        fields.put(CanonicalField.PRODUCT_PURCHASED_ON, product.purchasedOn());
        fields.put(CanonicalField.PRODUCT_WARRANTY, product.warranty());
        fields.put(CanonicalField.PRODUCT_STORE, product.store());
        fields.put(CanonicalField.SUBJECT, complaint.subject());
        fields.put(CanonicalField.TEXT, complaint.text());
        fields.put(CanonicalField.WANTS, complaint.wants());
        fields.put(CanonicalField.OCCURRED_AT, complaint.occurredAt());
        var texts = new HashMap<String, String>();
        fields.forEach((field, value) -> texts.put(field.key(), Objects.toString(value, "")));
        return texts;
    }
}
