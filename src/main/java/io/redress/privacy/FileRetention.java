package io.redress.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Files of call centres and diallers that age. */
public final class FileRetention implements RetentionTask {

    private final CallFolders folders;

    public FileRetention(CallFolders folders) {
        this.folders = folders;
    }

    private record Old(Path file, Instant changed) {}

    @Override
    public RetentionKind kind() {
        return RetentionKind.CALL_FILES;
    }

    @Override
    public Aged older(Instant than) {
        List<Old> old = old(than);
        return old.isEmpty()
                ? Aged.NONE
                : new Aged(
                        old.size(),
                        old.get(0).changed(),
                        old.get(old.size() - 1).changed());
    }

    @Override
    public int remove(Instant than, int most) {
        List<Old> old = old(than).stream().limit(most).toList();
        try {
            for (Old one : old) {
                Files.deleteIfExists(one.file());
            }
            return old.size();
        } catch (IOException e) {
            throw new UncheckedIOException("a file that is too old cannot be deleted", e);
        }
    }

    private List<Old> old(Instant than) {
        List<Old> old = new ArrayList<>();
        try {
            for (Path file : folders.files()) {
                Instant changed = Files.getLastModifiedTime(file).toInstant();
                if (changed.isBefore(than)) {
                    old.add(new Old(file, changed));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folders of call files cannot be read", e);
        }
        old.sort(Comparator.comparing(Old::changed));
        return old;
    }
}
