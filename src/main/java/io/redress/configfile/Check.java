package io.redress.configfile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One part of what {@code check} validates. It touches neither
 * broker nor database nor network.
 */
public interface Check {

    /**
     * What {@code check} looks at.
     *
     * @param beforeStart those that the hub runs, too, before it starts broker and database: a broken file is told of in
     *     seconds, and nothing has to be taken back
     * @param others that the hub's own reading reports anyway, or that take too long for a start
     */
    record Plan(List<Check> beforeStart, List<Check> others) {

        public List<Check> all() {
            return Stream.concat(beforeStart.stream(), others.stream()).toList();
        }
    }

    /** What is checked, in a word or two: {@code routes}, {@code mappings}. */
    String name();

    /** The files that are read. */
    List<Path> files();

    /** All that is wrong with them; empty when they can be used. */
    List<Finding> run();

    /** What had better be changed, though it is read as it stands, such as a setting that has another name now. */
    default List<Finding> advice() {
        return List.of();
    }

    /** What a reader refuses; empty when it refuses nothing. */
    static List<Finding> findings(Runnable read) {
        try {
            read.run();
            return List.of();
        } catch (InvalidConfiguration e) {
            return e.findings();
        }
    }

    /**
     * A check of files by reading them as the hub does.
     *
     * @param config the folder that the reader is given
     * @param files in that folder
     */
    static Check of(String name, Path config, Consumer<Path> read, String... files) {
        List<Path> all = Stream.of(files).map(config::resolve).toList();
        return reading(name, () -> all, () -> read.accept(config));
    }

    /** A check of files by reading them as the hub does. */
    static Check reading(String name, Supplier<List<Path>> files, Runnable read) {
        return of(name, files, () -> {
            read.run();
            return List.of();
        });
    }

    /** A check of files by reading them as the hub does: what the reader refuses are the findings. */
    static Check of(String name, Supplier<List<Path>> files, Supplier<List<Finding>> read) {
        return new Check() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Path> files() {
                return files.get();
            }

            @Override
            public List<Finding> run() {
                try {
                    return new ArrayList<>(read.get());
                } catch (InvalidConfiguration e) {
                    return e.findings();
                } catch (RuntimeException e) { // what the file says, its reader does not expect at all
                    List<Path> read = files();
                    return List.of(new Finding(
                            read.isEmpty() ? Path.of("config") : read.get(0),
                            0,
                            name + " cannot be read: " + e,
                            "compare the file with the one that was shipped: a part of it is missing"));
                }
            }
        };
    }
}
