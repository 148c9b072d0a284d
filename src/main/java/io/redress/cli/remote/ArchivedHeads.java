package io.redress.cli.remote;

import io.redress.history.HistoryHead;
import io.redress.history.HistoryHeadFiles;
import io.redress.history.HistoryHeadKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Heads that were fetched from the hub and kept elsewhere: {@code <day>.head} and {@code <day>.sig} of each. */
final class ArchivedHeads {

    private static final String HEAD = ".head";

    private final Path folder;
    private final @Nullable Path keyFile;

    /** @param keyFile the hub's public key; null: the folder's {@code history-key.pem} */
    ArchivedHeads(Path folder, @Nullable Path keyFile) {
        this.folder = folder;
        this.keyFile = keyFile;
    }

    PublicKey key() throws IOException {
        Path file = keyFile != null ? keyFile : folder.resolve(HistoryHeadFiles.KEY);
        try {
            return HistoryHeadKey.read(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " " + e.getMessage(), e);
        }
    }

    /** The days, oldest first. */
    List<String> days() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(HEAD))
                    .map(name -> name.substring(0, name.length() - HEAD.length()))
                    .sorted()
                    .toList();
        }
    }

    String text(String day) throws IOException {
        return Files.readString(folder.resolve(day + HEAD));
    }

    /** Tells what is wrong with the files themselves; gives how many heads there are. */
    int check(PublicKey key, BiConsumer<String, String> faults) throws IOException {
        List<String> days = days();
        String previous = null;
        for (String day : days) {
            String text = text(day);
            if (!HistoryHeadKey.signed(key, text, signature(day))) {
                faults.accept(day, "is not signed by this key");
            } else {
                HistoryHead head = HistoryHead.read(text);
                if (!head.day().toString().equals(day)) {
                    faults.accept(day, "is the head of " + head.day());
                } else if (previous != null && !head.previous().equals(previous)) {
                    faults.accept(
                            day, "does not follow the kept head before it: one between them was not kept, or was lost");
                }
            }
            previous = HistoryHead.nameOf(text);
        }
        return days.size();
    }

    private byte[] signature(String day) throws IOException {
        try {
            return Files.readAllBytes(folder.resolve(day + ".sig"));
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }
}
