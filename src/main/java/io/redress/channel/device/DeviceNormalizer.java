package io.redress.channel.device;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.channel.chat.SanitizedText;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ItemState;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Normalizer;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.intake.SenderVerification;
import io.redress.intake.device.FaultReport;
import io.redress.intake.device.FaultState;
import io.redress.language.LanguageDetector;
import io.redress.mapping.FieldProblems;
import io.redress.mapping.MappedFields;
import io.redress.mapping.MappingResult;
import io.redress.mapping.Mappings;
import io.redress.mapping.json.JsonSource;
import io.redress.mapping.json.UntrustedJson;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.KeyedEnum;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Reads what a device reports, as JSON or a CloudEvent, by a mapping of dotted names and topic levels. A report proves nobody's
 * identity, and a ticket number in its text is ignored: a device reaches only the tickets of its own faults.
 */
public final class DeviceNormalizer implements Normalizer {

    public static final String FORMAT = "device";

    private static final String KIND = "device";
    private static final String USUAL_MAPPING = "device";

    private final Mappings mappings;

    public DeviceNormalizer(Mappings mappings) {
        this.mappings = mappings;
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public NormalizationResult read(RawMessage raw, byte[] original) {
        String cut = raw.attribute(DeviceAttributes.CUT);
        if (cut != null) {
            String most = raw.attribute(DeviceAttributes.MAX_BYTES);
            return invalid(
                    raw,
                    "the message has " + cut + " bytes, and only the first " + most
                            + " were kept: have the device send less, or raise maxBytes in the channel's file");
        }
        if (original.length == 0) {
            return new Refusal(
                    ItemState.IGNORED, "an empty message: a retained message was cleared", raw.id(), List.of());
        }
        ObjectNode body = UntrustedJson.read(original).orElse(null);
        if (body == null) {
            return invalid(raw, "the message is not a JSON object in UTF-8: change what the device sends");
        }
        ObjectNode event = CloudEvent.structured(raw, body);
        String mapping = Objects.requireNonNullElse(raw.attribute(DeviceAttributes.MAPPING), USUAL_MAPPING);
        MappingResult mapped = mappings.get(mapping).apply(new JsonSource(event, DeviceAttributes.beside(raw)));
        return mapped instanceof MappedFields fields
                ? report(raw, original, event, fields, mapping)
                : invalid(raw, "the message cannot be mapped: " + words((FieldProblems) mapped));
    }

    private NormalizationResult report(
            RawMessage raw, byte[] original, ObjectNode event, MappedFields fields, String mapping) {
        String device = fields.device().id();
        String fault = fields.device().fault();
        if (device == null || fault == null) {
            return invalid(
                    raw,
                    "the message names no " + (device == null ? "device" : "fault") + ": map device."
                            + (device == null ? "id" : "fault") + " in config/mappings/" + mapping
                            + ".yaml to a member of the message");
        }
        String mismatch = otherDevice(raw, device);
        if (!mismatch.isEmpty()) {
            return invalid(raw, mismatch);
        }
        String written = fields.device().state();
        FaultState state = written == null ? FaultState.RAISED : KeyedEnum.of(FaultState.class, written);
        if (state == null) {
            return invalid(
                    raw,
                    "state '" + SanitizedText.key(String.valueOf(written))
                            + "' is neither raised nor cleared: say what it means in config/mappings/" + mapping
                            + ".yaml, under values: device.state");
        }
        Instant said = fields.occurredAt();
        Instant at = said == null || said.isAfter(raw.receivedAt()) ? raw.receivedAt() : said;
        var report = new FaultReport(
                SanitizedText.key(device), SanitizedText.key(fault), state, at, DeviceAttributes.limits(raw));
        return complaint(
                key(raw, original, event, fields, report), fields.customer().on(raw.channel()), fields, report);
    }

    /** Why a message does not speak for the device that it names; empty when it does. */
    private static String otherDevice(RawMessage raw, String device) {
        int level = DeviceAttributes.topicLevel(raw);
        if (level == 0) {
            return "";
        }
        String own = DeviceAttributes.level(raw, level);
        if (own.isBlank()) {
            return "level " + level
                    + " of the message's topic names no device: correct deviceTopicLevel in the channel's file";
        }
        return SanitizedText.key(own).equals(SanitizedText.key(device))
                ? ""
                : "the message names device '" + SanitizedText.key(device) + "', but level " + level
                        + " of its topic is '" + SanitizedText.key(own)
                        + "': a device speaks for itself only; for a gateway, set deviceTopicLevel to 0";
    }

    private static CanonicalComplaint complaint(String key, Customer owner, MappedFields fields, FaultReport report) {
        String text = fields.text().isBlank()
                ? "Device " + report.device() + " reports fault " + report.fault() + "."
                : fields.text();
        String subject = Objects.requireNonNullElse(fields.subject(), report.fault() + ", device " + report.device());
        var said =
                new Complaint(subject, text, LanguageDetector.of(text), fields.wants(), fields.occurredAt(), List.of());
        return new CanonicalComplaint(
                KIND,
                key,
                owner,
                fields.product(),
                said,
                List.of(),
                List.of(),
                List.of(),
                false,
                SenderVerification.UNPROVED,
                List.of(),
                fields.hints(),
                List.of(),
                report);
    }

    /**
     * The device's own key, else that of the event, else what it says and when. Without a time two reports cannot be told
     * from one that came twice: both count, which opens no second ticket. Devices count from 1 each, and some name the fault by
     * it and not the message, so it is a name within device, fault and state only.
     */
    private static String key(
            RawMessage raw, byte[] original, ObjectNode event, MappedFields fields, FaultReport report) {
        return Optional.ofNullable(fields.sourceKey())
                .or(() -> CloudEvent.key(event))
                .map(own -> SanitizedText.key(String.join(
                        "\n", report.device(), report.fault(), report.state().key(), own)))
                .orElseGet(() -> fields.occurredAt() == null
                        ? raw.id()
                        : DigestUtils.sha256Hex(String.join(
                                "\n",
                                report.device(),
                                report.fault(),
                                report.state().key(),
                                fields.occurredAt().toString(),
                                HexFormat.of().formatHex(DigestUtils.sha256(original)))));
    }

    private static Refusal invalid(RawMessage raw, String reason) {
        return new Refusal(ItemState.INVALID, reason, raw.id(), List.of());
    }

    private static String words(FieldProblems problems) {
        return problems.problems().stream().map(Object::toString).collect(Collectors.joining("; "));
    }
}
