package io.redress.cli.mailbox;

import io.redress.channel.mailbox.oauth.OAuthFailure;
import io.redress.handoff.DiskSync;
import io.redress.handoff.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** A file that holds a secret, which only its owner reads; it is there whole or not at all, also after a power cut. */
record SecretFile(Path file) {

    /** @throws OAuthFailure when it could not be written later: a consent would be lost */
    void checkWritable() {
        try {
            Files.delete(part());
        } catch (IOException e) {
            throw new OAuthFailure(
                    "The refresh token could not be written to " + file,
                    "Run the command as the hub's user, or name another file by --to and put it there yourself",
                    e.getClass().getSimpleName());
        }
    }

    void write(String secret) throws IOException {
        Path part = part();
        try {
            Files.write(part, (secret + "\n").getBytes(StandardCharsets.UTF_8));
            DiskSync.of(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DiskSync.of(folder());
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Beside it, with a dot in front: the hub does not look at such files. */
    private Path part() throws IOException {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            PrivateFiles.folder(folder);
        }
        return Files.createTempFile(folder, ".", ".part", PrivateFiles.attributes(file));
    }

    private Path folder() {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a secret's file lies in a folder");
    }
}
