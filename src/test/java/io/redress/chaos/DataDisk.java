package io.redress.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small ext4 file system in a file, mounted as the hub's data folder, so that its disk can be filled and its power cut.
 * Mounting needs root and loop devices; without them the data folder is a plain one, and {@link #isOwn} says so.
 */
final class DataDisk implements AutoCloseable {

    /** Shuts the file system down and writes nothing more, as xfstests' {@code godown} does: EXT4_IOC_SHUTDOWN, no log flush. */
    private static final String POWER_CUT =
            "open(my $f, '<', $ARGV[0]) or die $!; my $how = pack('L', 2); ioctl($f, 0x8004587d, $how) or die $!;";

    private final Path image;
    private final Path folder;
    private final boolean own;
    private final String why;

    private DataDisk(Path image, Path folder, ShellCommand.Ended mounted) {
        this.image = image;
        this.folder = folder;
        this.own = mounted.code() == 0;
        this.why = mounted.output();
    }

    /** @param image the file to keep it in */
    static DataDisk mount(Path image, Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        ShellCommand.Ended made = ShellCommand.run("truncate", "-s", megabytes + "M", image.toString());
        made = made.code() != 0 ? made : ShellCommand.run("mkfs.ext4", "-q", "-F", "-m", "0", image.toString());
        made = made.code() != 0 ? made : ShellCommand.run("mount", "-o", "loop", image.toString(), folder.toString());
        return new DataDisk(image, folder, made);
    }

    boolean isOwn() {
        return own;
    }

    /** Why it is not a disk of its own. */
    String why() {
        return why;
    }

    /** Takes every free block. */
    void fill() throws IOException {
        long most = Files.getFileStore(folder).getUnallocatedSpace() / 100 * 95;
        ShellCommand.run(
                "fallocate",
                "-l",
                String.valueOf(most),
                folder.resolve("ballast-1").toString());
        ShellCommand.run("dd", "if=/dev/zero", "of=" + folder.resolve("ballast-2"), "bs=1M");
        ShellCommand.run("dd", "if=/dev/zero", "of=" + folder.resolve("ballast-3"), "bs=4k");
    }

    void free() throws IOException {
        try (var files = Files.newDirectoryStream(folder, "ballast-*")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    /** What was written but not synced is gone after this; nothing can be read or written until it is plugged in again. */
    void cutPower() {
        ShellCommand.run("perl", "-e", POWER_CUT, folder.toString()).orThrow();
    }

    /** Recovers from the journal, as after any power cut. Nothing may have a file of it open. */
    void plugIn() {
        ShellCommand.Ended unmounted = ShellCommand.run("umount", folder.toString());
        for (int i = 0; unmounted.code() != 0 && i < 50; i++) {
            ShellCommand.run("sleep", "0.2");
            unmounted = ShellCommand.run("umount", folder.toString());
        }
        unmounted.orThrow();
        ShellCommand.run("mount", "-o", "loop", image.toString(), folder.toString())
                .orThrow();
    }

    @Override
    public void close() throws IOException {
        if (own) {
            ShellCommand.run("umount", "-l", folder.toString()).orThrow();
            Files.delete(image);
        }
    }
}
