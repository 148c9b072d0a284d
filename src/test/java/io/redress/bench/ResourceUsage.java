package io.redress.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What processes have used since they began, from Linux's {@code /proc}: CPU seconds of the hub (or of what stands for
 * it in a comparison), of its PostgreSQL with all backends, and of the load generator, and bytes that the hub and its PostgreSQL wrote. A backend that has ended is in
 * the figures of its parent. What the disk wrote is the whole machine's.
 */
record ResourceUsage(double hub, double postgres, double generator, long hubWrote, long postgresWrote, long diskWrote) {

    /** Linux shows times to user space in hundredths of a second on every platform that runs the hub. */
    private static final double TICKS = 100;

    private static final long SECTOR = 512;

    /** @param hubs the process of the hub, or those of several that share the PostgreSQL */
    static ResourceUsage of(List<Long> hubs, long postmaster, Path folder) throws IOException {
        double hub = 0;
        long hubWrote = 0;
        for (long pid : hubs) {
            hub += cpu(pid, false);
            hubWrote += written(pid);
        }
        double postgres = 0;
        long wrote = 0;
        for (long pid : family(postmaster)) {
            // The parent's own line tells of children that ended; of living ones each tells itself.
            postgres += cpu(pid, pid == postmaster);
            wrote += written(pid);
        }
        return new ResourceUsage(
                hub, postgres, cpu(ProcessHandle.current().pid(), false), hubWrote, wrote, disk(folder));
    }

    ResourceUsage since(ResourceUsage earlier) {
        return new ResourceUsage(
                hub - earlier.hub,
                postgres - earlier.postgres,
                generator - earlier.generator,
                hubWrote - earlier.hubWrote,
                postgresWrote - earlier.postgresWrote,
                diskWrote - earlier.diskWrote);
    }

    /** CPU seconds that a process has used. */
    static double processor(long pid) throws IOException {
        return cpu(pid, false);
    }

    /** Bytes of memory that a process has in use (RSS). */
    static long resident(long pid) throws IOException {
        return kilobytes(Path.of("/proc/" + pid + "/status"), "VmRSS:");
    }

    /** Bytes of memory that a PostgreSQL has in use, what its processes share counted once. */
    static long proportionalSetSize(long postmaster) throws IOException {
        long bytes = 0;
        for (long pid : family(postmaster)) {
            bytes += kilobytes(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:");
        }
        return bytes;
    }

    private static List<Long> family(long postmaster) {
        return Stream.concat(
                        Stream.of(postmaster),
                        ProcessHandle.of(postmaster).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(ProcessHandle::pid))
                .toList();
    }

    private static double cpu(long pid, boolean withEnded) throws IOException {
        String stat = read(Path.of("/proc/" + pid + "/stat"));
        if (stat.isEmpty()) {
            return 0;
        }
        // proc(5): utime is the 12th field after the name, which ends with a bracket, then stime, cutime, cstime.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        if (withEnded) {
            ticks += Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
        }
        return ticks / TICKS;
    }

    /** Bytes given to the system's write calls: {@code write_bytes} charges whole folios, of up to megabytes, for each. */
    private static long written(long pid) throws IOException {
        return number(read(Path.of("/proc/" + pid + "/io")), "wchar:");
    }

    /** Bytes that the folder's block device wrote; 0 where it is none. */
    private static long disk(Path folder) throws IOException {
        Path device = Path.of(Files.getFileStore(folder).name()).getFileName();
        String stat = read(Path.of("/sys/class/block/" + device + "/stat"));
        // The seventh column: sectors written, whatever the size of the device's own.
        return stat.isBlank() ? 0 : Long.parseLong(stat.strip().split("\\s+")[6]) * SECTOR;
    }

    private static long kilobytes(Path file, String name) throws IOException {
        return number(read(file), name) * 1_024;
    }

    private static long number(String lines, String name) {
        return lines.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).replace("kB", "").strip())
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    /** Empty when the process has ended meanwhile. */
    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("No such process")) {
                return "";
            }
            throw e;
        }
    }
}
