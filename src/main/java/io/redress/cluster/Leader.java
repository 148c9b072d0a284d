package io.redress.cluster;

import java.time.Instant;

/**
 * The node that leads.
 *
 * @param fencing grows with every change of the leader; what a former one still writes is known by its smaller number
 * @param since by the database's clock
 */
public record Leader(Node node, long fencing, Instant since) {}
