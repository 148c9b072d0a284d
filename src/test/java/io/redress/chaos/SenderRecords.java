package io.redress.chaos;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the senders were told. Each complaint has a marker of its own in its text and in its sender's key for it:
 * {@code form-17}, {@code hook-3}, {@code mail-8}, {@code call-1}.
 */
final class SenderRecords {

    private static final Pattern MARKER = Pattern.compile("(form|hook|mail|call)-\\d+");

    /** Marker to the ticket numbers that its sender was told; none but forms are told one. */
    final Map<String, Set<String>> accepted = new ConcurrentHashMap<>();
    /** Sent once, without an answer, and given up: the hub may have it or not. */
    final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    /** Answers that were refusals, and attempts that were not answered at all. */
    final Map<String, Integer> refusals = new ConcurrentSkipListMap<>();

    void accepted(String marker, String number) {
        Set<String> numbers = accepted.computeIfAbsent(marker, m -> ConcurrentHashMap.newKeySet());
        if (!number.isEmpty()) {
            numbers.add(number);
        }
    }

    void refused(String channel, String answer) {
        refusals.merge(channel + ": " + answer, 1, Integer::sum);
    }

    Map<String, Long> acceptedByChannel() {
        var byChannel = new TreeMap<String, Long>();
        accepted.keySet().forEach(marker -> byChannel.merge(marker.substring(0, 4), 1L, Long::sum));
        return byChannel;
    }

    /** Empty when there is none. */
    static String markerIn(String text) {
        Matcher marker = MARKER.matcher(text);
        return marker.find() ? marker.group() : "";
    }
}
