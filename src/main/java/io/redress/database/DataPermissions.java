package io.redress.database;

import io.redress.handoff.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what lies in the data folder to the hub's user. Broker and routes make files by the process's umask, so this is done at
 * the start, before any of them, and again and again. A group may be let into the inbox, where it can put files and cannot
 * see those of others.
 */
public final class DataPermissions {

    /** Mode bits: the group may pass through. */
    private static final int PASSAGE = 0710;

    /** Mode bits: the group may put files, which become the group's, and may list nothing. */
    private static final int DROP_BOX = 03730; // sticky: members cannot rename or delete each other's files

    private static final List<String> SMALL = List.of("broker", "outbox", "work", "secrets", "console");

    private final Path data;
    private final @Nullable String inboxGroup;

    /** @param inboxGroup name of a group of which the hub's user is a member; null: the inbox is the hub's alone */
    public DataPermissions(Path data, @Nullable String inboxGroup) {
        this.data = data;
        this.inboxGroup = inboxGroup == null || inboxGroup.isBlank() ? null : inboxGroup.strip();
    }

    /** Makes folders and permissions as they are to be. */
    public void apply() throws IOException {
        Path inbox = data.resolve("inbox");
        if (inboxGroup == null) {
            PrivateFiles.folder(data);
            shutTree(inbox);
        } else {
            share(inbox, inboxGroup);
        }
        for (String name : SMALL) {
            PrivateFiles.shutAll(data.resolve(name));
        }
        // Big trees: whole only once, when they are found open. What comes later is made as it is to be.
        for (String name : List.of("postgres-bin", "blobs")) {
            if (PrivateFiles.isOpen(data.resolve(name))) {
                PrivateFiles.shutAll(data.resolve(name));
            }
        }
        for (Path file : list(data)) {
            if (Files.isRegularFile(file)) {
                PrivateFiles.shut(file);
            }
        }
    }

    private void share(Path inbox, String name) throws IOException {
        Files.createDirectories(data);
        GroupPrincipal group =
                data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(name);
        set(data, group, PASSAGE);
        set(PrivateFiles.folder(inbox), group, PASSAGE);
        for (Path channel : list(inbox)) {
            if (Files.isDirectory(channel)) {
                set(channel, group, DROP_BOX);
                for (Path done : list(channel)) {
                    if (Files.isDirectory(done)) {
                        PrivateFiles.shut(done);
                    }
                }
            }
        }
    }

    private static void set(Path folder, GroupPrincipal group, int mode) throws IOException {
        // The order matters: another group must not get what this one is to have, and chgrp takes the setgid bit away.
        var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (!view.readAttributes().group().equals(group)) {
            PrivateFiles.shut(folder);
            view.setGroup(group);
        }
        if (((int) Files.getAttribute(folder, "unix:mode") & 07777) != mode) {
            Files.setAttribute(folder, "unix:mode", mode);
        }
    }

    /** Folders of channels with their {@code done} and {@code failed}; what is in those lies behind them. */
    private static void shutTree(Path inbox) throws IOException {
        if (PrivateFiles.isOpen(inbox)) {
            PrivateFiles.shutAll(inbox);
        }
        for (Path channel : list(inbox)) {
            PrivateFiles.shut(channel);
            for (Path entry : list(channel)) {
                PrivateFiles.shut(entry);
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !Files.isSymbolicLink(entry)).toList();
        }
    }
}
