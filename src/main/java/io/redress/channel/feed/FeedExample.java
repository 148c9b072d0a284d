package io.redress.channel.feed;

import io.redress.configfile.Finding;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A page of a feed's file that {@code check} tries.
 *
 * @param since up to when was read
 * @param cursor of the page; empty for the first one
 * @param request that is made; empty: not looked at
 * @param link header of the answer
 * @param items how many are on the page
 * @param complaints how many of them are complaints
 * @param next cursor of the next page; null: not looked at
 * @param fields of the first complaint, by canonical name
 * @param finding makes a finding at the example's line of a problem and its remedy
 */
record FeedExample(
        Map<String, String> settings,
        Instant since,
        String cursor,
        String request,
        String link,
        String body,
        int items,
        int complaints,
        @Nullable String next,
        Map<String, String> fields,
        BiFunction<String, String, Finding> finding) {}
