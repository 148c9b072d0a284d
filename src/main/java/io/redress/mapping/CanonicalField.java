package io.redress.mapping;

import com.fasterxml.jackson.annotation.JsonValue;
import io.redress.ticket.KeyedEnum;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field of the canonical complaint that a form field or a file's column can fill. */
public enum CanonicalField implements KeyedEnum {
    CUSTOMER_NAME("customer.name", Kind.TEXT, 200),
    CUSTOMER_PHONE("customer.phone", Kind.PHONE, 100),
    CUSTOMER_EMAIL("customer.email", Kind.EMAIL, 254),
    CUSTOMER_HANDLE("customer.handle", Kind.IDENTIFIER, 200),
    CUSTOMER_TIER("customer.tier", Kind.TIER, 50),
    PRODUCT_NAME("product.name", Kind.TEXT, 300),
    PRODUCT_MODEL("product.model", Kind.TEXT, 200),
    PRODUCT_SERIAL("product.serial", Kind.IDENTIFIER, 200),
    PRODUCT_ORDER_NO("product.orderNo", Kind.IDENTIFIER, 200),
    PRODUCT_PURCHASED_ON("product.purchasedOn", Kind.DATE, 100),
    PRODUCT_WARRANTY("product.warranty", Kind.TEXT, 300),
    PRODUCT_STORE("product.store", Kind.TEXT, 200),
    SUBJECT("complaint.subject", Kind.TEXT, 500),
    TEXT("complaint.text", Kind.LONG_TEXT, 20_000),
    WANTS("complaint.wants", Kind.TEXT, 500),
    OCCURRED_AT("complaint.occurredAt", Kind.INSTANT, 100),
    CATEGORY("complaint.category", Kind.TEXT, 100),
    PRIORITY("complaint.priority", Kind.TEXT, 100),
    STATUS("complaint.status", Kind.TEXT, 100),
    CLOSED_AT("complaint.closedAt", Kind.INSTANT, 100),
    DEVICE_ID("device.id", Kind.IDENTIFIER, 200),
    DEVICE_FAULT("device.fault", Kind.IDENTIFIER, 200),
    DEVICE_STATE("device.state", Kind.TEXT, 100),
    SOURCE_KEY("sourceKey", Kind.IDENTIFIER, 300);

    enum Kind {
        TEXT,
        LONG_TEXT,
        IDENTIFIER,
        PHONE,
        EMAIL,
        TIER,
        DATE,
        INSTANT
    }

    private final String key;
    private final Kind kind;
    private final int longest;

    CanonicalField(String key, Kind kind, int longest) {
        this.key = key;
        this.kind = kind;
        this.longest = longest;
    }

    /** As a mapping file writes it: {@code customer.phone}. */
    @Override
    @JsonValue
    public String key() {
        return key;
    }

    /** In characters (UTF-16); one value longer than that is a problem, never cut. */
    public int longest() {
        return longest;
    }

    boolean isTime() {
        return kind == Kind.DATE || kind == Kind.INSTANT;
    }

    Kind kind() {
        return kind;
    }

    static @Nullable CanonicalField of(String key) {
        return KeyedEnum.of(CanonicalField.class, key);
    }

    static List<String> keys() {
        return KeyedEnum.keys(CanonicalField.class);
    }
}
