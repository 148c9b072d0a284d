package io.redress.api.privacy;

import io.redress.api.ApiProblem;
import io.redress.api.InvalidParameterException;
import io.redress.api.NotFoundException;
import io.redress.api.ParameterValue;
import io.redress.ledger.privacy.ForgettingRows;
import io.redress.ledger.privacy.ForgettingRows.Forgetting;
import io.redress.ledger.privacy.ForgettingService;
import io.redress.ledger.privacy.FoundPerson;
import io.redress.ledger.privacy.PersonExport;
import io.redress.ledger.privacy.PersonSearch;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.privacy.PersonValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is kept of a person. The value travels in the body alone: addresses of requests end up in logs. */
@RestController
@RequiresPermission(Permission.PERSONS_READ)
@RequestMapping("/api/persons")
@Tag(name = "Persons", description = "What is kept of a person: found, exported, forgotten")
class PersonsApi {

    private static final Logger LOG = LoggerFactory.getLogger(PersonsApi.class);

    private final PersonSearch persons;
    private final ForgettingService service;
    private final ForgettingRows forgettings;
    private final PersonExport export;

    PersonsApi(PersonSearch persons, ForgettingService service, ForgettingRows forgettings, PersonExport export) {
        this.persons = persons;
        this.export = export;
        this.service = service;
        this.forgettings = forgettings;
    }

    /**
     * Whom it is about.
     *
     * @param value a phone in any spelling, a mail address, a handle such as {@code wecom:zhangsan}, or a ticket's number
     */
    record Asked(@Nullable String value) implements AboutPerson {}

    /**
     * Who is to be forgotten.
     *
     * @param confirm how many tickets and arrivals without a ticket the caller was shown; nothing happens without it
     * @param mentioned true: tickets whose text merely mentions the phone are forgotten as well; they may be another person's
     */
    record AskedToForget(
            @Nullable String value,
            @Nullable Integer confirm,
            @Nullable Boolean mentioned) implements AboutPerson {}

    /**
     * What would be forgotten.
     *
     * @param confirm to be sent back for it to be done
     */
    record Shown(int confirm, FoundPerson found) {}

    @PostMapping("/find")
    @Operation(
            summary = "Find a person",
            description =
                    "Tickets and arrivals of a phone, mail address, handle or ticket number, with the other values"
                            + " of those tickets. Somebody who shares a phone has other values of another person. Under mentioned:"
                            + " tickets whose text contains the phone without it being their customer's.")
    FoundPerson find(@RequestBody Asked asked, @Nullable Principal by) {
        PersonValue value = value(asked.value());
        FoundPerson found = persons.find(value);
        LOG.info(
                "{} looked for a person by {}: {} tickets",
                name(by),
                value.kind(),
                found.tickets().size());
        return found;
    }

    @PostMapping(path = "/export", produces = "application/zip")
    @Operation(
            summary = "Export a person",
            description =
                    "A ZIP with everything of the tickets and arrivals found, and index.md, which says what is what."
                            + " Each ticket's history says who exported it.")
    void export(@RequestBody Asked asked, @Nullable Principal by, HttpServletResponse answer) throws IOException {
        FoundPerson found = persons.find(value(asked.value()));
        LOG.info("{} exports a person: {} tickets", name(by), found.tickets().size());
        answer.setContentType("application/zip");
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"person.zip\"");
        export.write(found, name(by), answer.getOutputStream());
    }

    @RequiresPermission(Permission.PERSONS_FORGET)
    @PostMapping("/forget")
    @Operation(
            summary = "Forget a person",
            description = "Without confirm it shows what it would touch. With the number that was shown it begins, and"
                    + " goes on by itself until a search of all files finds nothing. Tickets whose text merely mentions"
                    + " the phone stay, unless mentioned is true: they may be another person's.")
    @ApiResponse(responseCode = "200", description = "What would be forgotten")
    @ApiResponse(responseCode = "202", description = "It has begun")
    @ApiResponse(
            responseCode = "409",
            description = "A ticket is under legal hold, or there is more or less than shown")
    ResponseEntity<Object> forget(@RequestBody AskedToForget asked, @Nullable Principal by) {
        PersonValue value = value(asked.value());
        FoundPerson found = persons.find(value, Boolean.TRUE.equals(asked.mentioned()));
        if (!found.held().isEmpty()) {
            throw ApiProblem.conflict(
                    "Under legal hold: "
                            + found.held().stream()
                                    .map(ticket -> ticket.number() + " (" + ticket.hold() + ")")
                                    .collect(Collectors.joining(", ")),
                    "Lift each hold with DELETE /api/tickets/{number}/legal-hold once it may be lifted, then ask again.");
        }
        if (asked.confirm() == null) {
            return ResponseEntity.ok(new Shown(found.size(), found));
        }
        if (asked.confirm() != found.size()) {
            throw ApiProblem.conflict(
                    "There are " + found.size() + " now, not " + asked.confirm(),
                    "Look at what would be forgotten, and send its number.");
        }
        UUID id = service.order(value, found, name(by));
        LOG.info(
                "{} has a person forgotten: {} tickets, {}",
                name(by),
                found.tickets().size(),
                id);
        return ResponseEntity.accepted()
                .location(URI.create("/api/persons/forgettings/" + id))
                .body(forgettings.find(id).orElseThrow());
    }

    @RequiresPermission(Permission.PERSONS_FORGET)
    @PostMapping("/forget-again")
    @Operation(
            summary = "Forget again who came back with a backup",
            description = "After a restore. Whoever was forgotten after the restored data came in, by the list in the"
                    + " data folder, forgotten.log, is forgotten once more; legal holds are respected. Tickets that"
                    + " cannot be read are named: look at them yourself.")
    @ApiResponse(responseCode = "202", description = "It has begun")
    ResponseEntity<ForgettingService.Again> forgetAgain(@Nullable Principal by) {
        ForgettingService.Again again = service.again(name(by));
        LOG.info("{} has {} persons forgotten again", name(by), again.begun());
        return ResponseEntity.accepted().body(again);
    }

    @RequiresPermission(Permission.PERSONS_FORGET)
    @GetMapping("/forgettings/{id}")
    @Operation(
            summary = "See how far a person is forgotten",
            description = "Done without leftOver: a search of the data folder for each of the person's values found"
                    + " nothing. With leftOver: it names the files, or what an administrator has to do.")
    Forgetting forgetting(@PathVariable @Parameter(description = "The id that forget answered") String id) {
        return forgettings
                .find(ParameterValue.uuid("id", id))
                .orElseThrow(() -> new NotFoundException(
                        "Nobody is forgotten under the id " + id, "It is in the answer of POST /api/persons/forget."));
    }

    private PersonValue value(@Nullable String written) {
        return persons.read(written == null ? "" : written)
                .orElseThrow(
                        () -> new InvalidParameterException(
                                "value",
                                "value must be a phone, a mail address, a handle such as wecom:zhangsan, or a ticket's number"));
    }

    private static String name(@Nullable Principal by) {
        return by == null ? "api" : by.getName();
    }
}
