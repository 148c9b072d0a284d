package io.redress.api.audit;

import io.redress.api.Page;
import io.redress.api.PageFilter;
import io.redress.audit.AuditMarks;
import io.redress.export.CsvTableWriter;
import io.redress.export.TableWriter;
import io.redress.ledger.ListPosition;
import io.redress.ledger.audit.AuditQueries;
import io.redress.ledger.audit.AuditRow;
import io.redress.ledger.audit.AuditSearch;
import io.redress.ledger.privacy.PersonSearch;
import io.redress.ledger.ticket.TicketList;
import io.redress.ledger.ticket.TicketSearch;
import io.redress.ledger.ticket.TicketSummary;
import io.redress.permission.TicketScope;
import io.redress.privacy.PersonValue;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What the API and the console show of the audit log. */
@Component
public class AuditedEntries {

    private static final int MOST_TICKETS = 500;

    private final AuditQueries entries;
    private final AuditMarks marks;
    private final PersonSearch persons;
    private final TicketList tickets;

    AuditedEntries(AuditQueries entries, AuditMarks marks, PersonSearch persons, TicketList tickets) {
        this.entries = entries;
        this.marks = marks;
        this.persons = persons;
        this.tickets = tickets;
    }

    /** A page of those that are asked for, the newest first. */
    public Page<AuditView> page(AuditFilter filter, PageFilter page) {
        AuditSearch search = filter.search(marks, this::ticketsOf);
        Page<AuditRow> rows = page.of(
                (after, most) -> entries.find(search, after, most),
                row -> new ListPosition(row.entry().at(), Long.toString(row.position())));
        return new Page<>(rows.items().stream().map(AuditView::of).toList(), rows.next());
    }

    /** Sends all that are asked for as CSV. */
    public void export(AuditFilter filter, HttpServletResponse answer) throws IOException {
        AuditSearch search = filter.search(marks, this::ticketsOf);
        answer.setContentType(TableWriter.CSV + ";charset=UTF-8");
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
        var lines = new long[1];
        try (var file = new CsvTableWriter(answer.getOutputStream())) {
            file.line(AuditView.NAMES);
            entries.each(search, row -> {
                try {
                    file.line(AuditView.of(row).columns());
                    lines[0]++;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            AuditedRequest.shown(lines[0]);
        }
    }

    private List<String> ticketsOf(String typed) {
        PersonValue value = persons.read(typed).orElse(null);
        String phone = value != null && value.kind() == PersonValue.Kind.PHONE ? value.text() : null;
        String mail = value != null && value.kind() == PersonValue.Kind.MAIL ? value.text() : null;
        if (phone == null && mail == null) {
            return List.of();
        }
        var search = new TicketSearch(
                null, null, null, null, null, null, null, null, List.of(), phone, mail, null, TicketScope.ALL);
        return tickets.find(search, null, MOST_TICKETS).stream()
                .map(TicketSummary::number)
                .toList();
    }
}
