package io.redress.reply.outgoing;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.YamlFile;
import io.redress.ticket.KeyedEnum;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code config/replies.yaml}: how a customer hears who cannot be answered by the channel that was used.
 *
 * @param fallback the ways that are gone through, in this order
 * @param smsChannel which channel sends text messages; empty for none
 * @param sms who gets them
 */
public record ReplyRules(List<OtherWay> fallback, Optional<String> smsChannel, SmsLimits sms) {

    /** The file in {@code config/}. */
    public static final String FILE = "replies.yaml";

    private static final List<OtherWay> USUAL = List.of(OtherWay.TEMPLATE, OtherWay.SMS, OtherWay.MAIL);

    public ReplyRules {
        fallback = fallback.stream().distinct().toList(); // one that came twice would follow itself without end
    }

    /** As written; what is left out has its default. */
    private record ReplyRulesFile(
            @Nullable List<@Nullable String> fallback,
            @Nullable String sms,
            @Nullable Texts texts) {}

    private record Texts(
            @Nullable List<@Nullable String> to,
            @Nullable Boolean phoneOnly,
            @Nullable Integer perNumberPerDay,
            @Nullable Integer perHour) {

        SmsLimits limits() {
            return new SmsLimits(
                    to == null
                            ? List.of()
                            : to.stream().filter(Objects::nonNull).toList(),
                    !Boolean.FALSE.equals(phoneOnly),
                    Objects.requireNonNullElse(perNumberPerDay, SmsLimits.PER_NUMBER_PER_DAY),
                    Objects.requireNonNullElse(perHour, SmsLimits.PER_HOUR));
        }
    }

    /**
     * Reads {@code replies.yaml} of a folder; one of an earlier version has none, and gets the defaults.
     *
     * @throws io.redress.configfile.InvalidConfiguration with every mistake, its line and a remedy
     */
    public static ReplyRules read(Path configDir) {
        Path file = configDir.resolve(FILE);
        if (!Files.exists(file)) {
            return new ReplyRules(USUAL, Optional.empty(), SmsLimits.none());
        }
        List<Finding> findings = new ArrayList<>();
        YamlFile<ReplyRulesFile> yaml = YamlFile.read(file, ReplyRulesFile.class, "replies", findings);
        ReplyRulesFile written = yaml.value();
        SmsLimits sms =
                written.texts() == null ? SmsLimits.none() : written.texts().limits();
        if (written.sms() != null && sms.to().isEmpty()) {
            findings.add(yaml.finding(
                    "text messages may go to no number, and must not go to every number: some cost much, and strangers earn by them",
                    "write texts: {to: [\"+86\"]}, the beginnings of your customers' numbers",
                    "sms"));
        }
        InvalidConfiguration.throwIfAny(findings);
        List<OtherWay> ways = written.fallback() == null
                ? USUAL
                : written.fallback().stream()
                        .filter(Objects::nonNull)
                        .map(way -> KeyedEnum.known(OtherWay.class, way))
                        .toList();
        return new ReplyRules(ways, Optional.ofNullable(written.sms()), sms);
    }

    /** Whether customers who gave a phone number and no mail address get text messages. */
    public boolean servesPhoneOnly() {
        return smsChannel.isPresent() && sms.phoneOnly();
    }

    /** The ways behind one, none behind one that is not written; all of them behind the channel that the customer used. */
    List<OtherWay> behind(Optional<OtherWay> way) {
        return way.map(one -> fallback.stream()
                        .dropWhile(other -> other != one)
                        .skip(1)
                        .toList())
                .orElse(fallback);
    }
}
