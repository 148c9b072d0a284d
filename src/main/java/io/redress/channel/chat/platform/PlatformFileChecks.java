package io.redress.channel.chat.platform;

import io.redress.channel.ChannelSetting;
import io.redress.channel.chat.platform.message.ItemPath;
import io.redress.channel.chat.platform.message.MessageReader;
import io.redress.channel.chat.platform.outbound.OutboundFile;
import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What no schema can tell of a platform's file: names that lead nowhere, and what would lose or expose something. */
final class PlatformFileChecks {

    private final YamlFile<PlatformFile> yaml;
    private final PlatformFile file;
    private final Map<String, ChannelSetting> settings;
    private final List<Finding> findings = new ArrayList<>();

    PlatformFileChecks(YamlFile<PlatformFile> yaml, Map<String, ChannelSetting> settings) {
        this.yaml = yaml;
        this.file = yaml.value();
        this.settings = settings;
    }

    List<Finding> findings() {
        // the connection that the hub opens is proven by TLS and by the secret with which it was opened
        if (file.message() != null && file.proof() == null && file.pull() == null && file.stream() == null) {
            find("anybody could send messages: there is no proof", "write proof: as the platform signs", "message");
        }
        stream();
        decryption();
        handshakes();
        names("only", file.only());
        names("silent", file.silent());
        examples();
        codes();
        return findings;
    }

    private void stream() {
        if (file.stream() == null) {
            return;
        }
        if ("xml".equals(file.body())) {
            find("frames are read as JSON, and this platform's messages are XML", "remove stream or body", "stream");
        }
        if (file.pull() != null) {
            find("a platform's messages are either pulled or come by stream", "write pull or stream", "stream");
        }
    }

    private void decryption() {
        PlatformFile.Decrypt decrypt = file.decrypt();
        if (decrypt == null) {
            return;
        }
        setting(String.valueOf(decrypt.key()), "decrypt", "key");
        if (decrypt.receiver() != null) {
            setting(decrypt.receiver(), "decrypt", "receiver");
        }
        if (ItemPath.parse(String.valueOf(decrypt.at())) == null) {
            find(
                    "'" + decrypt.at() + "' is not the name of a value",
                    "write the member with the encrypted text",
                    "decrypt",
                    "at");
        }
    }

    private void handshakes() {
        int at = 0;
        for (PlatformFile.Handshake handshake : MessageReader.list(file.handshakes())) {
            int index = at++;
            if (handshake.require() != null) {
                handshake.require().values().forEach(name -> setting(name, "handshakes", index, "require"));
            }
            boolean proven = !Boolean.TRUE.equals(handshake.unsigned()) || handshake.require() != null;
            if (!proven) {
                find(
                        "whoever sends this handshake is answered: nothing proves it",
                        "write require: with a value that only the platform knows",
                        "handshakes",
                        index);
            }
        }
    }

    private void setting(String name, Object... path) {
        if (!settings.containsKey(name)) {
            find("there is no setting '" + name + "'", Suggestion.remedy(name, settings.keySet()), path);
        }
    }

    private void names(String key, @Nullable Map<String, List<String>> filter) {
        MessageReader.names(filter).stream()
                .filter(name -> ItemPath.parse(name) == null)
                .forEach(name ->
                        find("'" + name + "' is not a name", "write members with full stops between them", key, name));
    }

    /** A slip of the pen would lose every message, or send none. */
    private void examples() {
        boolean shown =
                MessageReader.list(file.examples()).stream().anyMatch(example -> "message".equals(example.gives()));
        if (file.message() != null
                && file.pull() == null
                && !shown
                && (file.proof() != null || file.stream() == null)) {
            find("no example shows a message", "add an example with gives: message", "message");
        }
        if (file.send() != null && MessageReader.list(file.sendExamples()).isEmpty()) {
            find("no example shows a message to a customer", "add one under sendExamples", "send");
        }
    }

    /** Every answer but those that the file foresees would count as sent, also that of a proxy, and the message be lost. */
    private void codes() {
        OutboundFile.Send send = file.send();
        if (send == null || !MessageReader.names(send.done()).isEmpty()) {
            return;
        }
        if (readsBody(send.later())) {
            missingDone("send", "later");
        } else if (readsBody(send.never())) {
            missingDone("send", "never");
        } else if (file.token() != null && readsBody(file.token().expired())) {
            missingDone("token", "expired");
        }
    }

    private static boolean readsBody(@Nullable Map<String, List<String>> answers) {
        return MessageReader.names(answers).stream().anyMatch(name -> !name.equals(OutboundFile.STATUS));
    }

    private void missingDone(String part, String key) {
        find(
                "the answer's body has codes, and no done names the one that means sent: every other answer with HTTP 2xx"
                        + " would count as sent",
                "write done under send, such as done: {code: 0}; where the status alone says it, done: {status: [200, 201]}",
                part,
                key);
    }

    private void find(String problem, String remedy, Object... path) {
        findings.add(yaml.finding(problem, remedy, path));
    }
}
