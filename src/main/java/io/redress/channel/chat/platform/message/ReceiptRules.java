package io.redress.channel.chat.platform.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.channel.chat.SanitizedText;
import io.redress.channel.sender.RequestFilter;
import io.redress.reply.receipt.DeliveryReceipt;
import io.redress.reply.receipt.ReceiptState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a request are delivery receipts, and what they say.
 *
 * @param splitter finds them
 * @param amongMessages whether they stand in the list of messages
 * @param when an entry of that list is a receipt
 * @param id names the messages, as the answers to them did; one receipt may name several
 * @param states what a receipt has that says so
 * @param code the platform's reason of a failure; null where it gives none
 */
public record ReceiptRules(
        ItemSplitter splitter,
        boolean amongMessages,
        RequestFilter when,
        ItemPath id,
        Map<ReceiptState, RequestFilter> states,
        @Nullable ItemPath code) {

    private static final int LONGEST_CODE = 60;

    public ReceiptRules {
        states = new LinkedHashMap<>(states);
    }

    /** Whether an entry of the list of messages is a receipt. */
    public boolean isOne(PlatformItem item) {
        return amongMessages && when.unmet(item).isEmpty();
    }

    /** The receipts of a request, at most so many and one more; those that say nothing new, such as that a message waits, are left out. */
    public List<DeliveryReceipt> in(ObjectNode body, int most) {
        var receipts = new ArrayList<DeliveryReceipt>();
        for (PlatformItem item : splitter.split(body, most)) {
            if (when.unmet(item).isEmpty()) {
                state(item).ifPresent(state -> id.values(item)
                        .forEach(one ->
                                receipts.add(new DeliveryReceipt(SanitizedText.key(one), state, code(state, item)))));
            }
        }
        return receipts;
    }

    private Optional<ReceiptState> state(PlatformItem item) {
        return states.entrySet().stream()
                .filter(state -> !state.getValue().values().isEmpty()
                        && state.getValue().unmet(item).isEmpty())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private @Nullable String code(ReceiptState state, PlatformItem item) {
        return state != ReceiptState.FAILED || code == null
                ? null
                : code.first(item)
                        .map(SanitizedText::clean)
                        .map(text -> text.length() > LONGEST_CODE ? text.substring(0, LONGEST_CODE) : text)
                        .orElse(null);
    }
}
