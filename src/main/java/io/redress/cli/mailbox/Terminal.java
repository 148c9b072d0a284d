package io.redress.cli.mailbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Where an administrator reads and types. */
public record Terminal(PrintWriter out, PrintWriter err, InputStream in) {

    /** Gives each line that is typed from now on; the thread ends with the process. */
    void lines(Consumer<String> take) {
        var reading = new Thread(
                () -> {
                    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                    try {
                        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                            take.accept(line);
                        }
                    } catch (IOException e) {
                        err.println("Standard input cannot be read: " + e.getMessage());
                    }
                },
                "terminal");
        reading.setDaemon(true);
        reading.start();
    }
}
