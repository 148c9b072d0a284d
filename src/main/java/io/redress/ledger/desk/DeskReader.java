package io.redress.ledger.desk;

import io.redress.permission.TicketScope;
import java.util.Set;

/**
 * Who looks at work lists.
 *
 * @param name as tickets name their owner
 * @param scope the tickets that the reader may see; its teams are those of the reader
 * @param teams keys of {@code owners} in {@code config/categories.yaml}: owners that are not persons
 */
public record DeskReader(String name, TicketScope scope, Set<String> teams) {}
