package io.redress.handoff;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files and folders that nobody but the hub's user may open, whatever the process's umask, which Java cannot set. On a file
 * system without POSIX permissions nothing is done: there the folder's own access list decides.
 */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
    private static final FileAttribute<?> FOLDER = PosixFilePermissions.asFileAttribute(OWNERS);
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PrivateFiles() {}

    /** Makes a folder, and those above it that are missing, and shuts it to others if it was there. */
    public static Path folder(Path folder) throws IOException {
        if (!isPosix(folder)) {
            return Files.createDirectories(folder);
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, FOLDER);
        }
        shut(folder);
        return folder;
    }

    /** An empty file, unless there is one; shut to others in any case. */
    public static Path file(Path file) throws IOException {
        try {
            return Files.createFile(file, attributes(file));
        } catch (FileAlreadyExistsException e) {
            shut(file);
            return file;
        }
    }

    /** For what is made anew, such as by {@link java.nio.channels.FileChannel#open}. */
    public static FileAttribute<?>[] attributes(Path file) {
        return isPosix(file) ? new FileAttribute<?>[] {FILE} : new FileAttribute<?>[0];
    }

    /** Whether a file or folder has permissions for anybody but its owner. False when it is not there. */
    public static boolean isOpen(Path path) throws IOException {
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        try {
            return view != null && !OWNERS.containsAll(view.readAttributes().permissions());
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Takes the permissions of others away from a tree. What is deleted meanwhile is passed over; links are not followed. */
    public static void shutAll(Path tree) throws IOException {
        if (!Files.isDirectory(tree) || !isPosix(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                shut(folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    shut(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException error) throws IOException {
                if (error instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw error;
            }
        });
    }

    /** Takes the permissions of others away from one file or folder. */
    public static void shut(Path path) throws IOException {
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        try {
            Set<PosixFilePermission> now = view.readAttributes().permissions();
            if (!OWNERS.containsAll(now)) {
                now.retainAll(OWNERS);
                view.setPermissions(now);
            }
        } catch (NoSuchFileException e) {
            // deleted meanwhile: nobody opens it any more
        }
    }

    /** As {@link #shut}; the file of another user stays as it is, behind folders that are shut. */
    public static void shutOurs(Path file) throws IOException {
        try {
            shut(file);
        } catch (FileSystemException e) {
            if (!Files.isReadable(file)) {
                throw e;
            }
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
