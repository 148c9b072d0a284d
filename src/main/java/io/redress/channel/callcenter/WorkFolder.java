package io.redress.channel.callcenter;

import io.redress.handoff.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** A folder for what is written while one file is read; another try at the same file finds and clears the same one. */
record WorkFolder(Path path) {

    static WorkFolder of(Path parent, String channel, String file) throws IOException {
        String name = UUID.nameUUIDFromBytes((channel + "/" + file).getBytes(StandardCharsets.UTF_8))
                .toString();
        var folder = new WorkFolder(parent.resolve(name));
        folder.clear();
        PrivateFiles.folder(folder.path());
        return folder;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    void clear() throws IOException {
        if (!Files.isDirectory(path)) {
            return;
        }
        List<Path> files;
        try (var listed = Files.list(path)) {
            files = listed.toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(path);
    }
}
