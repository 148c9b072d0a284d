package io.redress.configfile;

import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code check} looks at besides the routes.
 *
 * @param beforeStart those that the hub runs, too, before it starts broker and database: a broken file is told of in seconds,
 *     and nothing has to be taken back
 * @param others of which the hub's own reading tells, or that take too long for a start
 */
public record Checks(List<Check> beforeStart, List<Check> others) {

    public List<Check> all() {
        return Stream.concat(beforeStart.stream(), others.stream()).toList();
    }
}
