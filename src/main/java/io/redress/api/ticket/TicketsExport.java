package io.redress.api.ticket;

import io.redress.api.ApiProblem;
import io.redress.export.CsvTableWriter;
import io.redress.export.TableWriter;
import io.redress.export.XlsxTableWriter;
import io.redress.ledger.ticket.TicketList;
import io.redress.ledger.ticket.TicketSearch;
import io.redress.ledger.ticket.TicketSummary;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends lists of tickets of any length as files. An export holds a connection to the database for as long as it is read. */
@Component
public class TicketsExport {

    private static final int AT_ONCE = 2;

    private final TicketList tickets;
    private final Semaphore places = new Semaphore(AT_ONCE);

    TicketsExport(TicketList tickets) {
        this.tickets = tickets;
    }

    /** @return how many tickets were sent */
    long write(TicketSearch search, boolean workbook, HttpServletResponse answer) throws IOException {
        return write(taker -> tickets.each(search, taker), workbook, answer);
    }

    /**
     * Sends the tickets that a list gives.
     *
     * @param list gives each of its tickets to who asks
     * @return how many were sent
     */
    public long write(Consumer<Consumer<TicketSummary>> list, boolean workbook, HttpServletResponse answer)
            throws IOException {
        if (!places.tryAcquire()) {
            throw ApiProblem.unavailable(
                    "There are " + AT_ONCE + " exports under way", "Try again when one of them has ended.");
        }
        var file = new Begun(answer, workbook);
        try {
            list.accept(file::add);
            file.open().close(); // also when there is no ticket
            return file.lines;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            if (answer.isCommitted()) {
                throw new IOException("an export broke off after " + file.lines + " tickets", e); // ends the connection
            }
            answer.reset();
            throw e;
        } finally {
            places.release();
        }
    }

    /** Begins its answer with the first ticket: until then an error can still be answered as one. */
    private static final class Begun {

        private final HttpServletResponse answer;
        private final boolean workbook;
        private @Nullable TableWriter file;
        private long lines;

        Begun(HttpServletResponse answer, boolean workbook) {
            this.answer = answer;
            this.workbook = workbook;
        }

        TableWriter open() throws IOException {
            TableWriter opened = file;
            if (opened == null) {
                answer.setContentType(workbook ? TableWriter.XLSX : TableWriter.CSV + ";charset=UTF-8");
                answer.setHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"tickets." + (workbook ? "xlsx" : "csv") + "\"");
                opened = workbook
                        ? new XlsxTableWriter(answer.getOutputStream(), TicketColumns.NAMES)
                        : new CsvTableWriter(answer.getOutputStream());
                if (!workbook) {
                    opened.line(TicketColumns.NAMES);
                }
                file = opened;
            }
            return opened;
        }

        void add(TicketSummary ticket) {
            try {
                open().line(TicketColumns.of(ticket));
                lines++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
