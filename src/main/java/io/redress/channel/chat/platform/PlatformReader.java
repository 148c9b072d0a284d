package io.redress.channel.chat.platform;

import io.redress.channel.ChannelSetting;
import io.redress.channel.chat.platform.frame.StreamReader;
import io.redress.channel.chat.platform.frame.StreamRules;
import io.redress.channel.chat.platform.message.ItemPath;
import io.redress.channel.chat.platform.message.ItemSplitter;
import io.redress.channel.chat.platform.message.MessageFields;
import io.redress.channel.chat.platform.message.MessageReader;
import io.redress.channel.chat.platform.message.ReceiptReader;
import io.redress.channel.chat.platform.message.ReceiptRules;
import io.redress.channel.chat.platform.message.SmsRules;
import io.redress.channel.chat.platform.outbound.OutboundReader;
import io.redress.channel.chat.platform.outbound.OutboundRules;
import io.redress.channel.proof.ProofReader;
import io.redress.channel.proof.RequestField;
import io.redress.channel.proof.VerificationRule;
import io.redress.channel.sender.BodyFormat;
import io.redress.channel.sender.FixedAnswer;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.YamlFile;
import io.redress.ticket.KeyedEnum;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Turns a platform's file into a {@link Platform}, or finds everything that is wrong; its schema says what each key may hold. */
final class PlatformReader {

    private final String name;
    private final List<Finding> findings = new ArrayList<>();
    private final YamlFile<PlatformFile> yaml;

    PlatformReader(String name, Path file) {
        this.name = name;
        this.yaml = YamlFile.read(file, PlatformFile.class, "platform", findings);
    }

    /** @throws InvalidConfiguration naming every line that is wrong */
    Platform read() {
        InvalidConfiguration.throwIfAny(findings);
        PlatformFile file = yaml.value();
        Map<String, ChannelSetting> settings = ChannelSetting.of(file.settings());
        Set<String> secrets = settings.keySet();
        var proofs = new ProofReader(yaml, secrets, findings);
        Optional<VerificationRule> proof = file.proof() == null ? Optional.empty() : proofs.read(file.proof(), "proof");
        MessageFields message = new MessageReader(yaml, findings).read(file.message());
        OutboundRules outbound =
                new OutboundReader(yaml, secrets, findings).read(file.token(), file.send(), file.media(), file.pull());
        StreamRules stream = new StreamReader(yaml, secrets, findings).read(file.stream());
        var notices = new ReceiptReader(yaml, findings);
        SmsRules sms = notices.sms(file.sms(), file.message() != null, file.receipts() != null);
        ReceiptRules receipts =
                notices.receipts(file.receipts(), file.items(), file.message() != null, outbound.knowsMessages());
        List<PlatformHandshake> handshakes = handshakes(file, proofs);
        findings.addAll(new PlatformFileChecks(yaml, settings).findings());
        InvalidConfiguration.throwIfAny(findings);
        return new Platform(
                name,
                Objects.requireNonNullElse(file.title(), name),
                settings,
                new ReceivingSettings(file).among(secrets),
                KeyedEnum.known(BodyFormat.class, Objects.requireNonNullElse(file.body(), "json")),
                proof.orElse(null),
                file.decrypt() == null ? null : decryption(file.decrypt()),
                handshakes,
                file.answer() == null ? FixedAnswer.OK : answer(file.answer()),
                ItemSplitter.of(
                        file.items(),
                        message,
                        file.receipts() == null ? null : file.receipts().items()),
                message,
                sms,
                receipts,
                MessageReader.filter(file.only()),
                MessageReader.filter(file.silent()),
                outbound,
                stream,
                examples(MessageReader.list(file.examples())),
                sendExamples(MessageReader.list(file.sendExamples())));
    }

    private static Platform.Decryption decryption(PlatformFile.Decrypt decrypt) {
        return new Platform.Decryption(
                Objects.requireNonNull(decrypt.kind()).equals("wechat-aes")
                        ? Platform.Decryption.Kind.WECHAT_AES
                        : Platform.Decryption.Kind.FEISHU_AES,
                ItemPath.of(Objects.requireNonNull(decrypt.at())),
                Objects.requireNonNull(decrypt.key()),
                Objects.requireNonNullElse(decrypt.receiver(), ""));
    }

    private List<PlatformHandshake> handshakes(PlatformFile file, ProofReader proofs) {
        var handshakes = new ArrayList<PlatformHandshake>();
        for (PlatformFile.Handshake written : MessageReader.list(file.handshakes())) {
            int at = handshakes.size();
            handshakes.add(new PlatformHandshake(
                    Objects.requireNonNullElse(written.method(), "POST"),
                    Objects.requireNonNullElse(written.when(), Map.of()),
                    written.proof() == null
                            ? null
                            : proofs.read(written.proof(), "handshakes", at, "proof")
                                    .orElse(null),
                    Boolean.TRUE.equals(written.unsigned()),
                    written.encrypted() == null ? null : RequestField.of(written.encrypted()),
                    Objects.requireNonNullElse(written.require(), Map.of()),
                    written.echo(),
                    written.json(),
                    written.answer() == null ? FixedAnswer.OK : answer(written.answer())));
        }
        return List.copyOf(handshakes);
    }

    private static FixedAnswer answer(PlatformFile.Answer written) {
        return new FixedAnswer(
                Objects.requireNonNullElse(written.status(), 200),
                Objects.requireNonNullElse(written.type(), FixedAnswer.PLAIN),
                Objects.requireNonNullElse(written.text(), ""));
    }

    private List<PlatformExample> examples(List<PlatformFile.Example> written) {
        var examples = new ArrayList<PlatformExample>();
        for (PlatformFile.Example example : written) {
            int at = examples.size();
            examples.add(new PlatformExample(
                    Objects.requireNonNullElse(example.settings(), Map.of()),
                    Objects.requireNonNullElse(example.at(), Instant.EPOCH),
                    Objects.requireNonNullElse(example.method(), "POST"),
                    Objects.requireNonNullElse(example.headers(), Map.of()),
                    example.query(),
                    Objects.requireNonNullElse(example.body(), ""),
                    Objects.requireNonNull(example.gives()),
                    Objects.requireNonNullElse(example.messages(), 1),
                    Objects.requireNonNullElse(example.fields(), Map.of()),
                    Finding.Place.of(yaml, "examples", at)));
        }
        return List.copyOf(examples);
    }

    private List<SendExample> sendExamples(List<PlatformFile.SendExample> written) {
        var sendExamples = new ArrayList<SendExample>();
        for (PlatformFile.SendExample sending : written) {
            int at = sendExamples.size();
            sendExamples.add(new SendExample(
                    Objects.requireNonNullElse(sending.settings(), Map.of()),
                    Objects.requireNonNullElse(sending.account(), ""),
                    Objects.requireNonNull(sending.customer()),
                    Objects.requireNonNull(sending.text()),
                    Boolean.TRUE.equals(sending.template()),
                    Objects.requireNonNullElse(sending.facts(), Map.of()),
                    Objects.requireNonNullElse(sending.at(), Instant.EPOCH),
                    Objects.requireNonNull(sending.request()),
                    Objects.requireNonNullElse(sending.headers(), Map.of()),
                    sending.json(),
                    sending.body(),
                    MessageReader.list(sending.responses()).stream()
                            .map(answer -> new SendExample.Answer(
                                    Objects.requireNonNullElse(answer.status(), 200),
                                    Objects.requireNonNullElse(answer.body(), ""),
                                    Objects.requireNonNull(answer.means()),
                                    answer.messageId()))
                            .toList(),
                    Finding.Place.of(yaml, "sendExamples", at)));
        }
        return List.copyOf(sendExamples);
    }
}
