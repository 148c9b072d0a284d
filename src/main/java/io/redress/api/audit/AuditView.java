package io.redress.api.audit;

import io.redress.ledger.audit.AuditRow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An entry for people and programs. */
public record AuditView(
        @Schema(description = "Its place in the chain: 0, 1, 2 …")
        long position,

        Instant at,

        @Schema(description = "person, key, app, hub or unknown", example = "person")
        String actorKind,

        @Schema(description = "A login or the name of a key", example = "wang.li")
        String actor,

        String address,

        @Schema(description = "The permission that it needs, or sign-in …", example = "tickets.read")
        String act,

        @Schema(description = "Of the API", example = "GET /api/tickets/{number}") @Nullable
        String operation,

        @Schema(
                description = "What it was about; after # stands a keyed mark of what was looked for",
                example = "[\"ticket:R-260701-7K9Q2M\"]")
        List<String> targets,

        @Schema(description = "begun, done, refused or failed", example = "done")
        String outcome,

        @Schema(description = "How many rows were shown, or how often it happened") @Nullable
        Long shown,

        @Schema(description = "The same in all entries of a request") @Nullable
        UUID request,

        @Nullable String note) {

    static final List<String> NAMES = List.of(
            "position",
            "at",
            "actorKind",
            "actor",
            "address",
            "act",
            "operation",
            "targets",
            "outcome",
            "shown",
            "request",
            "note");

    static AuditView of(AuditRow row) {
        var entry = row.entry();
        return new AuditView(
                row.position(),
                entry.at(),
                entry.actor().kind().key(),
                entry.actor().name(),
                entry.address(),
                entry.act(),
                entry.operation(),
                entry.targets(),
                entry.outcome().key(),
                entry.shown(),
                entry.request(),
                entry.note());
    }

    /** As a line of a table. */
    List<String> columns() {
        return Stream.of(
                        position,
                        at,
                        actorKind,
                        actor,
                        address,
                        act,
                        operation,
                        String.join(" ", targets),
                        outcome,
                        shown,
                        request,
                        note)
                .map(value -> Objects.toString(value, ""))
                .toList();
    }
}
