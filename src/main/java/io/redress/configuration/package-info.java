/**
 * Spring configuration: which beans the hub has where there is a choice. This package has the infrastructure (broker, database,
 * routes, hand-off); sub-packages have the channels, pages and what happens to a ticket. Settings are in
 * {@code io.redress.settings}.
 */
@NullMarked
package io.redress.configuration;

import org.jspecify.annotations.NullMarked;
