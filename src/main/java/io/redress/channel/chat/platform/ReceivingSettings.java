package io.redress.channel.chat.platform;

import io.redress.channel.chat.platform.message.MessageReader;
import io.redress.channel.proof.ProofFile;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which settings a platform needs to receive: those of its proofs, its decryption and its handshakes. */
record ReceivingSettings(PlatformFile file) {

    /** Those of some names. */
    Set<String> among(Set<String> settings) {
        var text = new StringBuilder();
        var named = new HashSet<String>();
        add(file.proof(), text, named);
        MessageReader.list(file.handshakes()).forEach(handshake -> {
            add(handshake.proof(), text, named);
            if (handshake.require() != null) {
                named.addAll(handshake.require().values());
            }
        });
        if (file.decrypt() != null) {
            named.add(String.valueOf(file.decrypt().key()));
            named.add(String.valueOf(file.decrypt().receiver()));
        }
        return settings.stream()
                .filter(name -> named.contains(name) || text.indexOf("{" + name + "}") >= 0)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void add(@Nullable ProofFile proof, StringBuilder text, Set<String> named) {
        if (proof != null) {
            named.add(String.valueOf(proof.key()));
            MessageReader.list(proof.over()).forEach(text::append);
        }
    }
}
