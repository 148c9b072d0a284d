package io.redress.cli;

import io.redress.cli.remote.HubClient.HubRequestFailed;
import io.redress.configfile.InvalidConfiguration;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** A command that fails says why in a line, and not where in the code. */
final class CommandErrorHandler implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        PrintWriter err = command.getErr();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidConfiguration invalid) {
                invalid.findings().stream().distinct().forEach(err::println);
                return CommandLine.ExitCode.SOFTWARE;
            }
            if (cause instanceof HubRequestFailed refusal) {
                err.println(refusal.getMessage());
                return refusal.isUsage() ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
            }
        }
        throw failure;
    }
}
