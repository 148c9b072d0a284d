package io.redress.cli;

import io.redress.Redress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** A command as a user runs it: exit code, standard output, standard error. */
public record CommandRun(int exitCode, String out, String err) {

    public static CommandRun of(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode = new Console(Redress.class).run(new PrintWriter(out, true), new PrintWriter(err, true), args);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    public List<String> lines() {
        return out.lines().toList();
    }
}
