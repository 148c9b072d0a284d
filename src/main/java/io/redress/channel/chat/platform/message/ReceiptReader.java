package io.redress.channel.chat.platform.message;

import io.redress.channel.sender.RequestFilter;
import io.redress.channel.sms.SmsWords;
import io.redress.configfile.Finding;
import io.redress.configfile.YamlFile;
import io.redress.mapping.PhoneNumbers;
import io.redress.reply.receipt.ReceiptState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a platform's file says of delivery receipts and of text messages, or finds what is wrong with it. */
public final class ReceiptReader {

    private static final String RECEIPTS = "receipts";
    /** Of no country: then a number must begin with a plus sign. */
    private static final String NOWHERE = "ZZ";

    private final YamlFile<?> yaml;
    private final List<Finding> findings;

    public ReceiptReader(YamlFile<?> yaml, List<Finding> findings) {
        this.yaml = yaml;
        this.findings = findings;
    }

    /**
     * Reads the receipts.
     *
     * @param items the way down to the list of messages; null where a request is one message
     * @param messages whether the platform's requests hold messages
     * @param known whether the answers to messages say by which id receipts name them
     * @return null where the platform sends none, or the description is wrong
     */
    public @Nullable ReceiptRules receipts(
            @Nullable ReceiptFile file, @Nullable String items, boolean messages, boolean known) {
        if (file == null) {
            return null;
        }
        String own = Objects.requireNonNullElse(file.items(), Objects.requireNonNullElse(items, ""));
        boolean among = own.equals(Objects.requireNonNullElse(items, ""));
        if (among && messages && file.when() == null) {
            find("every message would be a receipt", "write when: what only receipts have", RECEIPTS);
        }
        if (!known) {
            find(
                    "nobody knows of which message a receipt is",
                    "write send.messageId: where the answer to a message has its id",
                    RECEIPTS);
        }
        Map<ReceiptState, RequestFilter> states = new LinkedHashMap<>();
        states.put(ReceiptState.FAILED, MessageReader.filter(file.failed()));
        states.put(ReceiptState.READ, MessageReader.filter(file.read()));
        states.put(ReceiptState.DELIVERED, MessageReader.filter(file.delivered()));
        ItemPath id = path(file.id(), "id");
        ItemPath code = file.code() == null ? null : path(file.code(), "code");
        return id == null
                ? null
                : new ReceiptRules(
                        new ItemSplitter(own.isEmpty() ? List.of() : List.of(own.split("\\.")), List.of()),
                        among,
                        MessageReader.filter(file.when()),
                        id,
                        states,
                        code);
    }

    private @Nullable ItemPath path(@Nullable String written, String key) {
        ItemPath path = written == null ? null : ItemPath.parse(written);
        if (path == null) {
            find(
                    "'" + written + "' is not the name of a value",
                    "write members with full stops between them",
                    RECEIPTS,
                    key);
        }
        return path;
    }

    /**
     * Reads what makes a platform a gateway of text messages.
     *
     * @param messages whether its requests hold messages
     * @param receipts whether its file says what becomes of messages
     * @return null where it is not one
     */
    public @Nullable SmsRules sms(@Nullable SmsFile file, boolean messages, boolean receipts) {
        if (file == null) {
            return null;
        }
        if (!receipts && !Boolean.TRUE.equals(file.noReceipts())) {
            find(
                    "nobody learns which text messages did not arrive",
                    "write receipts: as the gateway sends them, or, if it really has none, sms: {noReceipts: true}",
                    "sms");
        }
        List<String> out = MessageReader.list(file.optOut());
        if (messages && out.isEmpty()) {
            find(
                    "nobody can end text messages",
                    "write optOut: the words that end them, such as [STOP, TD, 退订]",
                    "sms");
        }
        return new SmsRules(
                new PhoneNumbers(Objects.requireNonNullElse(file.region(), NOWHERE)),
                new SmsWords(Set.copyOf(out), Set.copyOf(MessageReader.list(file.optIn()))));
    }

    private void find(String problem, String remedy, Object... path) {
        findings.add(yaml.finding(problem, remedy, path));
    }
}
