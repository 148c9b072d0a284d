package io.redress.channel.callcenter.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** An inbox on this machine; one that does not exist yet is empty. */
record LocalInbox(Path folder, Predicate<Path> readable) implements Inbox {

    @Override
    public String place() {
        return folder.toString();
    }

    @Override
    public List<Entry> entries() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> paths;
        try (var listed = Files.list(folder)) {
            paths = listed.toList();
        }
        var entries = new ArrayList<Entry>();
        for (Path path : paths) {
            try {
                var attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                entries.add(new Entry(String.valueOf(path.getFileName()), kind(attributes), attributes.size()));
            } catch (NoSuchFileException e) {
                continue; // taken or removed since it was listed
            }
        }
        return entries;
    }

    @Override
    public boolean mayTake(String name) {
        return readable.test(folder.resolve(name)) && Files.isWritable(folder);
    }

    private static Kind kind(BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return Kind.LINK;
        }
        if (attributes.isDirectory()) {
            return Kind.FOLDER;
        }
        return attributes.isRegularFile() ? Kind.FILE : Kind.OTHER;
    }
}
